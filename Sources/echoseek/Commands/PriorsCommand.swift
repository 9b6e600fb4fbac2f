import ArgumentParser
import EchoIndex
import EchoReading
import EchoService

/// `echoseek priors`.
struct PriorsCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "priors", abstract: "List the same patient's other studies, newest first.")

    @Argument(help: "The study, by opaque id, StudyInstanceUID, manifest name or accession number.")
    var study: String

    @Flag(name: .long, help: "Also list similar studies of OTHER patients, apart and labelled.")
    var similar = false

    @Option(name: [.customShort("k"), .long], help: "How many similar studies.")
    var limit = 10

    @OptionGroup var index: IndexOption
    @OptionGroup var config: ConfigOption
    @OptionGroup var output: ResultOptions

    func run() async throws {
        let workspace = Workspace(settings: try config.settings(index.flags))
        let found = try await PriorsQuery(similarLimit: similar ? limit : nil)
            .run(study, in: workspace.openIndex(for: .read))
        try output.write(
            found, findings: found.answer.priors + (found.answer.similar ?? []), stamp: found.stamp
        ) {
            found.priorLines(on: $0)
        }
    }
}
