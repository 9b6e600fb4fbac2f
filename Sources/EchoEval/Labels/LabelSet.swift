/// The labels of a file: studies with what is true of them.
public struct LabelSet: Sendable, Equatable {
    /// In the file's order.
    public var studies: [LabelledStudy]
    /// The seeds that a simulation was drawn from, where the file says so.
    public var seeds: [UInt64] = []
    /// Columns or keys that nobody here knows, by name.
    public var ignored: [String] = []

    /// Takes studies as they are.
    public init(studies: [LabelledStudy]) { self.studies = studies }

    /// Reads `.ndjson`, `.jsonl` and `.json` as the simulator's truth, anything else as CSV.
    ///
    /// - Throws: ``EvalError/labels(problem:line:)``, ``EvalError/noLabels``,
    ///   ``EvalError/splitPatients(count:)`` where a patient is in two splits.
    public init(path: String) throws(EvalError) {
        let isTruth = [".ndjson", ".jsonl", ".json"].contains { path.lowercased().hasSuffix($0) }
        self = isTruth ? try TruthFile.read(path) : try LabelTable.read(path)
        guard !studies.isEmpty else { throw .noLabels }
        let straddling = straddlingPatients
        guard straddling == 0 else { throw .splitPatients(count: straddling) }
    }

    /// How many patients have studies in more than one split.
    var straddlingPatients: Int {
        var splits: [String: Set<String>] = [:]
        for study in studies {
            if let split = study.split { splits[study.patient, default: []].insert(split) }
        }
        return splits.values.count { $0.count > 1 }
    }
}
