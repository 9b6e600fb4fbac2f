public import ArgumentParser
import EchoCore
import EchoIndex
public import EchoReading
import EchoService

/// `echoseek estimate`.
struct EstimateCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "estimate",
        abstract: "Estimate a number, such as the ejection fraction, by ranked prompts or by motion.")

    @Argument(help: "What to estimate: ef, pa-pressure, another regression prompt set, or a readout.")
    var quantity: String

    @Argument(help: "Studies, by opaque id, StudyInstanceUID, manifest name or accession number.")
    var study: [String]

    @Option(
        name: .long,
        help:
            "Ranked prompts by the published code (repo) or paper (paper), or the model's motion readout (motion)."
    )
    var formula = EstimateFormula.repo

    @OptionGroup var index: IndexOption
    @OptionGroup var model: ModelOption
    @OptionGroup var config: ConfigOption
    @OptionGroup var output: ResultOptions

    func run() async throws {
        let flags = index.flags.merging(model.flags) { first, _ in first }
        let workspace = Workspace(settings: try config.settings(flags))
        let index = try await workspace.openIndex(for: .read)
        let isOne = study.count == 1
        let failed = { (name: String, failure: any EchoFailure) throws in
            if isOne { throw failure }
            StandardError.failure(failure, of: name)
        }
        let found: [Stamped<Estimate>]
        if let ranking = formula.ranking {
            let set = try await workspace.promptSet(named: quantity, for: index)
            found = try await EstimateQuery(set, options: EstimateOptions(formula: ranking))
                .run(study, in: index, workspace: workspace, failed: failed)
        } else {
            found = try await MotionQuery(quantity)
                .run(study, in: index, workspace: workspace, failed: failed)
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

extension EstimateFormula: ExpressibleByArgument {}
