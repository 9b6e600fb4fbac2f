public import EchoCore
public import EchoTensor

/// How near a model's vectors in each mode lie to those in fp32; part of the model's manifest.
///
/// `echoseek model verify` writes it, `auto` decides by it.
public struct PrecisionEvidence: Sendable, Equatable, Codable {
    /// Raised whenever the frames or the arithmetic change what is found; older evidence counts for nothing.
    public static let newestVersion = 1

    /// One mode against fp32.
    public struct Mode: Sendable, Equatable, Codable {
        /// The smallest cosine of a frame's two vectors.
        public var minimumCosine: Double
        /// The largest difference of a number of the unit vectors.
        public var maximumError: Double
        /// The share of each frame's ten nearest other frames that stay the same, averaged, 0...1.
        public var topTenOverlap: Double
        /// Kendall's tau-b of the frames' order by each sentence, the average over sentences; `nil` for a model that
        /// reads no text.
        public var kendallTau: Double?

        /// Joins what was measured.
        public init(
            minimumCosine: Double, maximumError: Double, topTenOverlap: Double, kendallTau: Double?
        ) {
            self.minimumCosine = minimumCosine
            self.maximumError = maximumError
            self.topTenOverlap = topTenOverlap
            self.kendallTau = kendallTau
        }

        /// Whether vectors of the mode may stand for those of fp32 without anybody asking for it.
        public func passes(as precision: Precision) -> Bool {
            switch precision {
            case .fp32: true
            case .bf16: minimumCosine >= 0.9999
            case .int8: minimumCosine >= 0.999 && topTenOverlap >= 0.95
            }
        }
    }

    /// The format, ``newestVersion`` where it was written by this build.
    public var version = newestVersion
    /// The weights that it was measured on.
    public var weights: ContentHash
    /// Whose instructions measured it.
    public var instructions: String
    /// Simulated frames.
    public var phantomFrames: Int
    /// Frames of clips that the user named.
    public var clipFrames: Int
    /// Sentences that ordered them.
    public var sentences: Int
    /// Each mode but fp32, by name.
    public var modes: [String: Mode]

    /// Joins what was measured.
    public init(
        weights: ContentHash, instructions: InstructionSet, phantomFrames: Int, clipFrames: Int,
        sentences: Int, modes: [Precision: Mode]
    ) {
        self.weights = weights
        self.instructions = instructions.rawValue
        self.phantomFrames = phantomFrames
        self.clipFrames = clipFrames
        self.sentences = sentences
        self.modes = Dictionary(uniqueKeysWithValues: modes.map { ($0.key.rawValue, $0.value) })
    }

    /// The fastest mode with these instructions that passes.
    public func fastest(on instructions: InstructionSet, weights: ContentHash) -> Precision {
        guard version == Self.newestVersion, weights == self.weights else { return .fp32 }
        return Precision.fastestFirst(on: instructions).first { precision in
            modes[precision.rawValue]?.passes(as: precision) ?? (precision == .fp32)
        } ?? .fp32
    }
}
