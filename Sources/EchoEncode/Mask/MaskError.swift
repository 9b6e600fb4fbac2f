public import EchoCore

/// Why a clip's sector cannot be trusted; such a clip is not embedded unless the caller wants no mask.
public enum MaskError: EchoFailure, Equatable {
    /// No frame was added.
    case noFrames
    /// Nothing in the picture moves or is lit over an area; `share` of the picture does.
    case noSector(share: Double, atLeast: Double)
    /// The largest region holds too small a share of all that moves or is lit.
    case noDominantRegion(share: Double, atLeast: Double)
    /// The mask's share of the picture is not one that a sector has.
    case implausibleCoverage(found: Double, from: Double, to: Double)
    /// The fitted sector leaves out too much of the region, or the region fills too little of it.
    case poorFit(explained: Double, filled: Double, explainedAtLeast: Double, filledAtLeast: Double)
    /// Unmoving, sharp strokes, as densely as in text, lie inside the sector; `pixels` of them.
    case residue(pixels: Int, atMost: Int)

    /// What to tell the person.
    public var report: FailureReport {
        switch self {
        case .noFrames:
            FailureReport(
                "encode.mask.noFrames", .badInput, reason: "There is no frame to find the sector in.",
                remedy: "Give a clip with at least one frame.")
        case .noSector(let share, let least):
            Self.untrusted(
                "noSector",
                "\(Self.percent(share)) of the picture looks like ultrasound, and a sector has at least "
                    + "\(Self.percent(least)).")
        case .noDominantRegion(let share, let least):
            Self.untrusted(
                "noDominantRegion",
                "The largest moving region holds \(Self.percent(share)) of all motion, and a sector holds at "
                    + "least \(Self.percent(least)).")
        case .implausibleCoverage(let found, let from, let to):
            Self.untrusted(
                "implausibleCoverage",
                "The sector found covers \(Self.percent(found)) of the picture, and \(Self.percent(from)) to "
                    + "\(Self.percent(to)) is plausible.")
        case .poorFit(let explained, let filled, let explainedLeast, let filledLeast):
            Self.untrusted(
                "poorFit",
                "A sector shape explains \(Self.percent(explained)) of the region (at least "
                    + "\(Self.percent(explainedLeast)) is expected) and is filled to \(Self.percent(filled)) "
                    + "(at least \(Self.percent(filledLeast))).")
        case .residue(let pixels, let most):
            Self.untrusted(
                "residue",
                "\(pixels) unmoving, sharp pixels as of text lie inside the sector, and at most \(most) "
                    + "are let pass.")
        }
    }

    private static func untrusted(_ name: String, _ reason: String) -> FailureReport {
        FailureReport(
            "encode.mask.\(name)", .badInput, reason: reason,
            remedy: "Look with `echoseek inspect FILE --png OUT`; if the picture holds no text, "
                + "use `--mask none`.")
    }

    private static func percent(_ share: Double) -> String {
        "\((share * 1_000).rounded() / 10) %"
    }
}
