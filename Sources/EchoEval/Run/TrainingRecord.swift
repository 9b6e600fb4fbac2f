import EchoCore
public import Foundation

/// What a model was trained and tuned on, as its folder says: `training.json` with `seeds` and `patients`.
///
/// `patients` holds identifiers, or beginnings of identifiers ending in `*`.
public struct TrainingRecord: Sendable, Equatable {
    /// Seeds of the simulator.
    public var seeds: [UInt64]
    /// Patients of labelled archives.
    public var patients: [String]
    /// Models of the same index that say nothing of theirs.
    public var silent: [String] = []

    /// The record's name within a model folder.
    public static let fileName = "training.json"

    private struct File: Decodable {
        let seeds: [UInt64]?
        let patients: [String]?
    }

    /// Joins the two.
    public init(seeds: [UInt64] = [], patients: [String] = []) {
        self.seeds = seeds
        self.patients = patients
    }

    /// Reads a model folder's record; `nil` where it has none.
    ///
    /// - Throws: ``EvalError/trainingRecord``.
    public init?(folder: URL) throws(EvalError) {
        let file = folder.appending(path: Self.fileName)
        guard let data = FileManager.default.contents(atPath: file.path) else { return nil }
        guard let read = try? JSONDecoder().decode(File.self, from: data) else { throw .trainingRecord }
        self.init(seeds: read.seeds ?? [], patients: read.patients ?? [])
    }

    /// Refuses labels of data that the model has seen.
    ///
    /// - Throws: ``EvalError/seenInTraining(patients:seeds:)``.
    func check(_ labels: LabelSet) throws(EvalError) {
        let seen = Set(labels.seeds).intersection(seeds)
        let known = Set(labels.studies.map(\.patient)).filter { patient in
            patients.contains { $0.hasSuffix("*") ? patient.hasPrefix($0.dropLast()) : patient == $0 }
        }
        if !seen.isEmpty || !known.isEmpty {
            throw .seenInTraining(patients: known.count, seeds: seen.count)
        }
    }
}
