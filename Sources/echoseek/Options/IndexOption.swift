import ArgumentParser
import EchoService

/// Which index.
struct IndexOption: ParsableArguments {
    @Option(name: .long, help: "The index's folder (ECHOSEEK_INDEX).")
    var index: String?

    var flags: [Setting: String?] { [.index: index] }
}
