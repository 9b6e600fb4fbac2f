public import ArgumentParser
public import EchoEval
import EchoIndex
import EchoService

/// `echoseek eval`.
struct EvalCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "eval", abstract: "Measure a model on an index whose studies are labelled.",
        discussion: """
            Labels are the truth.ndjson of `phantom generate`, or a CSV with a row a study: study, patient, date, \
            site, split, changes; pacemaker, mitral_clip, stented_valve, surgical_valve, mitral_ring (yes or no); \
            lv_dilation, la_dilation, rv_dilation, ra_dilation, lv_hypertrophy, lv_dysfunction, rv_dysfunction, \
            effusion, aortic_root_dilation, mitral_regurgitation, tricuspid_regurgitation, aortic_stenosis \
            (normal, mild, moderate, severe); ef, pa_pressure (numbers). Blank fields are unlabelled, other \
            columns are passed over. Intervals resample patients; no patient may be in two splits.
            """)

    @Argument(help: "What to measure: zero-shot, identity, transitions, retrieval, shortcuts or all.")
    var measured: EvalProtocol

    @OptionGroup var evaluation: EvalOption
    @OptionGroup var index: IndexOption
    @OptionGroup var model: ModelOption
    @OptionGroup var config: ConfigOption
    @OptionGroup var output: ResultOptions

    func run() async throws {
        let flags = index.flags.merging(model.flags) { first, _ in first }
        let workspace = Workspace(settings: try config.settings(flags))
        let labels = try LabelSet(path: evaluation.truth)
        if !labels.ignored.isEmpty {
            StandardError.line("echoseek: columns passed over: \(labels.ignored.joined(separator: ", "))")
        }
        let index = try await workspace.openIndex(for: .read)
        var run = try await evaluation.evaluation(measured)
        run.training = try await TrainingRecord(index, workspace: workspace)
        let source = try await EvalSource(index, workspace: workspace, measured: measured)
        var progress = ProgressLine()
        let report = try await run.run(labels, source: source) {
            progress.show(done: $0.done, of: $0.total, note: $0.part.rawValue)
        }
        progress.finish()
        try evaluation.write(report)
        try output.write(report) { report.textLines(on: $0) }
    }
}

extension EvalProtocol: ExpressibleByArgument {}
