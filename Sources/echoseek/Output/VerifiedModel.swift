import EchoEncode

/// A verification with its verdict.
struct VerifiedModel: Encodable {
    /// A mode with its verdict.
    struct Mode: Encodable {
        let mode: String
        let passes: Bool
        let minimumCosine: Double
        let maximumError: Double
        let topTenOverlap: Double
        let kendallTau: Double?
    }

    let name: String
    let ok: Bool
    let files: [ModelVerification.File]
    /// Frames that the modes were judged by; `nil` where only files were compared.
    private(set) var frames: Int?
    /// Every mode but fp32, by name.
    private(set) var modes: [Mode]?
    /// Whether the manifest has it now.
    private(set) var isKept: Bool?
    /// What `auto` is on this processor.
    private(set) var auto: String?

    init(_ found: ModelVerification) {
        (name, ok, files) = (found.name, found.isIntact, found.files)
    }

    /// Adds what the modes gave.
    mutating func add(_ evidence: PrecisionEvidence, isKept: Bool, fastest: Precision) {
        frames = evidence.phantomFrames + evidence.clipFrames
        self.isKept = isKept
        auto = fastest.rawValue
        modes = Precision.allCases.compactMap { precision in
            evidence.modes[precision.rawValue].map { mode in
                Mode(
                    mode: precision.rawValue, passes: mode.passes(as: precision),
                    minimumCosine: mode.minimumCosine, maximumError: mode.maximumError,
                    topTenOverlap: mode.topTenOverlap, kendallTau: mode.kendallTau)
            }
        }
    }

    /// The files, then the modes.
    var lines: [String] {
        var lines = files.map { "\($0.state.rawValue)  \($0.role.rawValue)  \($0.name)" }
        for mode in modes ?? [] {
            lines.append(
                "\(mode.passes ? "passes" : "fails")  \(mode.mode)  cosine \(Decimals.six(mode.minimumCosine)), "
                    + "error \(Decimals.six(mode.maximumError)), ten nearest \(Decimals.three(mode.topTenOverlap))"
                    + (mode.kendallTau.map { ", tau \(Decimals.three($0))" } ?? ""))
        }
        if let frames, let auto {
            lines.append(
                "Judged by \(frames) frames; `auto` is \(auto) here."
                    + (isKept == true ? "" : " Not kept: the model's folder is only read."))
        }
        return lines
    }
}
