public import EchoCore

/// Why an evaluation cannot be run at all; a single metric that cannot be measured is no error.
public enum EvalError: EchoFailure, Equatable {
    /// The label file does not read; line 0 is the file as a whole.
    case labels(problem: String, line: Int)
    /// The label file reads, and no study is in it.
    case noLabels
    /// None of the labelled studies is in the index.
    case noMatch(labelled: Int, indexed: Int)
    /// Patients whose studies are in more than one split.
    case splitPatients(count: Int)
    /// The model was trained or tuned on patients of the labels.
    case seenInTraining(patients: Int, seeds: Int)
    /// No study carries the split that was asked for.
    case noSplit(available: [String])
    /// A protocol needs an index that was not named.
    case missingIndex(option: String)
    /// Two indexes that are to be compared were filled with different weights.
    case otherWeights
    /// The training record of a model does not read.
    case trainingRecord

    /// What to tell the person.
    public var report: FailureReport {
        switch self {
        case .labels(let problem, let line):
            FailureReport(
                "eval.labels", .badInput,
                reason: "The labels do not read: \(problem)\(line > 0 ? " (line \(line))" : "").",
                remedy:
                    "Expected truth.ndjson of `echoseek phantom generate`, or a CSV with a `study` column.")
        case .noLabels:
            FailureReport(
                "eval.noLabels", .badInput, reason: "The label file holds no study.",
                remedy: "Give a file with one row or one line a study.")
        case .noMatch(let labelled, let indexed):
            FailureReport(
                "eval.noMatch", .badInput,
                reason: "None of \(labelled) labelled studies is among the index's \(indexed).",
                remedy: "Name studies by StudyInstanceUID, manifest name or accession number.")
        case .noSplit(let available):
            FailureReport(
                "eval.noSplit", .badInput,
                reason: "No study is in that split; the labels have "
                    + (available.isEmpty ? "none." : "\(available.joined(separator: ", "))."),
                remedy: "Name another with --split, or leave it out.")
        case .splitPatients, .seenInTraining, .missingIndex, .otherWeights, .trainingRecord: reportOnSetup
        }
    }

    /// For what the labels and models are to each other; any other failure's own.
    private var reportOnSetup: FailureReport {
        switch self {
        case .splitPatients(let count):
            FailureReport(
                "eval.splitPatients", .badInput,
                reason: "\(count) patient(s) have studies in more than one split.",
                remedy: "Split by patient: all studies of one belong to the same side.")
        case .seenInTraining(let patients, let seeds):
            FailureReport(
                "eval.seenInTraining", .misconfigured,
                reason: "The model has seen these labels' data: \(patients) patient(s), \(seeds) seed(s).",
                remedy: "Evaluate on patients that the model was neither trained nor tuned on.")
        case .missingIndex(let option):
            FailureReport(
                "eval.missingIndex", .misconfigured, reason: "This protocol needs \(option) as well.",
                remedy: "Ingest the altered clips into an index of their own and name it.")
        case .otherWeights:
            FailureReport(
                "eval.otherWeights", .misconfigured,
                reason: "The indexes were filled with different weights, so their ranks do not compare.",
                remedy: "Ingest all of them with the same model.")
        case .trainingRecord:
            FailureReport(
                "eval.trainingRecord", .damaged, reason: "The model's `training.json` does not read.",
                remedy: "Mend it, or take it away; it lists `seeds` and `patients`.")
        case .labels, .noLabels, .noMatch, .noSplit: report
        }
    }
}
