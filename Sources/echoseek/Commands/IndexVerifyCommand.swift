import ArgumentParser
import EchoCore
import EchoIndex
import EchoService

/// `echoseek index verify`.
struct IndexVerifyCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "verify", abstract: "Read every record back and compare it with its checksum.")

    @OptionGroup var index: IndexOption
    @OptionGroup var config: ConfigOption
    @OptionGroup var output: ResultOptions

    func run() async throws {
        let workspace = Workspace(settings: try config.settings(index.flags))
        let found = VerifyOutput(try await workspace.openIndex(for: .read).verify())
        try output.write(found) { _ in found.lines }
        if !found.ok { throw ExitCode(ExitStatus.ioError.rawValue) }
    }
}
