public import ArgumentParser
import EchoIndex
public import EchoReading
import EchoService

/// `echoseek estimate`.
struct EstimateCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "estimate",
        abstract: "Estimate a number, such as the ejection fraction, by prompt ranking.")

    @Argument(help: "What to estimate: ef, pa-pressure, or another regression prompt set.")
    var quantity: String

    @Argument(help: "Studies, by opaque id, StudyInstanceUID, manifest name or accession number.")
    var study: [String]

    @Option(name: .long, help: "The published code's formula (repo) or the paper's (paper).")
    var formula = RegressionFormula.repo

    @OptionGroup var index: IndexOption
    @OptionGroup var model: ModelOption
    @OptionGroup var config: ConfigOption
    @OptionGroup var output: ResultOptions

    func run() async throws {
        let flags = index.flags.merging(model.flags) { first, _ in first }
        let workspace = Workspace(settings: try config.settings(flags))
        let index = try await workspace.openIndex(for: .read)
        let set = try await workspace.promptSet(named: quantity, for: index)
        let isOne = study.count == 1
        let found = try await EstimateQuery(set, options: EstimateOptions(formula: formula))
            .run(study, in: index, workspace: workspace) { name, failure in
                if isOne { throw failure }
                StandardError.failure(failure, of: name)
            }
        if isOne, let only = found.first {
            try output.write(only, items: found) { only.estimateLines(on: $0) }
        } else {
            try output.write(found, items: found) { terminal in
                Array(found.map { $0.estimateLines(on: terminal) }.joined(separator: [""]))
            }
        }
        if found.count < study.count { throw ExitCode(ExitStatus.someItemsFailed.rawValue) }
    }
}

extension RegressionFormula: ExpressibleByArgument {}
