import ArgumentParser
import EchoEval
import EchoIndex
import Foundation

/// What an evaluation is run with.
struct EvalOption: ParsableArguments {
    @Option(name: .long, help: "The labels: truth.ndjson or a CSV.")
    var truth: String

    @Option(name: .long, help: "Write the drawings as SVG into this folder.")
    var plots: String?

    @Option(name: .long, help: "Write the report as Markdown into this file.")
    var markdown: String?

    @Option(name: .long, help: "Only studies of this split.")
    var split: String?

    @Option(name: .long, help: "Where the resampling starts.")
    var seed: UInt64 = 0

    @Option(name: .long, help: "How many resamples of the patients.")
    var bootstrap = PatientBootstrap.usualResamples

    @Option(name: .long, help: "Days on either side of a transition's event.")
    var windowDays = Evaluation.usualWindow

    @Option(name: .long, help: "The same clips with everything outside the sector covered, for shortcuts.")
    var coveredIndex: String?

    @Option(name: .long, help: "The same clips with the sector covered, taken in with --mask none.")
    var tagsIndex: String?

    @Option(name: .long, help: "Those with the mask on, to count what it refuses.")
    var maskedTagsIndex: String?

    @Option(name: .long, help: "The clips as they are, where shortcuts are measured on others than --index.")
    var originalIndex: String?

    @Option(name: .long, help: "The labels of the clips that shortcuts are measured on, where not --truth.")
    var shortcutsTruth: String?

    func validate() throws {
        guard (1...100_000).contains(bootstrap) else {
            throw ValidationError("--bootstrap is from 1 to 100000.")
        }
        guard windowDays > 0 else { throw ValidationError("--window-days is above 0.") }
    }

    /// The evaluation that the options describe.
    func evaluation(_ measured: EvalProtocol) async throws -> Evaluation {
        var evaluation = Evaluation(measured)
        evaluation.bootstrap = PatientBootstrap(seed: seed, resamples: bootstrap)
        evaluation.window = windowDays
        evaluation.split = split
        evaluation.shortcuts.original = try await Self.opened(originalIndex)
        evaluation.shortcuts.covered = try await Self.opened(coveredIndex)
        evaluation.shortcuts.tagsOnly = try await Self.opened(tagsIndex)
        evaluation.shortcuts.tagsMasked = try await Self.opened(maskedTagsIndex)
        evaluation.shortcuts.labels = try shortcutsTruth.map { try LabelSet(path: $0) }
        return evaluation
    }

    private static func opened(_ folder: String?) async throws -> StudyIndex? {
        guard let folder else { return nil }
        return try await StudyIndex.open(at: folder, for: .read)
    }

    /// Writes the files that were asked for.
    func write(_ report: EvalReport) throws {
        if let markdown {
            try Data(report.markdown.utf8).write(to: URL(filePath: markdown), options: .atomic)
        }
        guard let plots else { return }
        let folder = URL(filePath: plots, directoryHint: .isDirectory)
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        for figure in report.part.figures {
            try Data(figure.svg.utf8).write(
                to: folder.appending(path: figure.name + ".svg"), options: .atomic)
        }
    }
}
