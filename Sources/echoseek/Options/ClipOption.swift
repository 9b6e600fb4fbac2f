public import ArgumentParser
public import EchoCore
import EchoService

/// How a clip is shown to the model.
struct ClipOption: ParsableArguments {
    @Option(
        name: .long,
        help: ArgumentHelp(
            "Frames shown: reference, paper, all or uniform:N (ECHOSEEK_FRAMES).", valueName: "rule"))
    var frames: FrameRule?

    @Option(name: .long, help: "Blank what lies outside the sector: auto or none (ECHOSEEK_MASK).")
    var mask: MaskRule?

    var flags: [Setting: String?] { [.frames: frames?.description, .mask: mask?.rawValue] }
}

extension FrameRule: ExpressibleByArgument {
    /// Reads the rule's text form.
    public init?(argument: String) { self.init(argument) }
}

extension MaskRule: ExpressibleByArgument {}
extension ModelSlot: ExpressibleByArgument {}
