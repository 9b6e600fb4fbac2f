import EchoEval

extension Failures {
    static let eval: [EvalError] = [
        .labels(problem: "`ef` is no number from 0 to 100", line: 3),
        .labels(problem: "the file cannot be read", line: 0), .noLabels, .noMatch(labelled: 4, indexed: 2),
        .splitPatients(count: 1), .seenInTraining(patients: 2, seeds: 1),
        .noSplit(available: ["test", "train"]),
        .noSplit(available: []), .missingIndex(option: "--tags-index"), .otherWeights, .trainingRecord,
    ]
}
