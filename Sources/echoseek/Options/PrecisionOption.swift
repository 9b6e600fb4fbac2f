public import ArgumentParser
public import EchoEncode
import EchoService

/// In which arithmetic frames are embedded.
struct PrecisionOption: ParsableArguments {
    @Option(
        name: .long,
        help: ArgumentHelp(
            "Arithmetic of the image tower: fp32, bf16, int8 or auto (ECHOSEEK_PRECISION).",
            valueName: "mode"))
    var precision: PrecisionChoice?

    var flags: [Setting: String?] { [.precision: precision?.description] }
}

extension PrecisionChoice: ExpressibleByArgument {
    /// Reads the mode's name.
    public init?(argument: String) { self.init(argument) }
}
