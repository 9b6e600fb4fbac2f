import EchoCore
import EchoReading
import Foundation
import Yams

/// The user's copy of the published prompt file, written out as prompt sets.
public struct PromptImport: Sendable, Encodable {
    /// A task that could not be turned into a set.
    public struct Refusal: Sendable, Encodable {
        /// The task's name.
        public let task: String
        /// Why.
        public let reason: String
    }

    /// The files written.
    public let written: [String]
    /// The tasks that were not.
    public let refused: [Refusal]

    /// Writes one YAML file a task.
    ///
    /// - Throws: `ReadingError` for a file of another layout, Foundation's errors for a folder that cannot be
    ///   written.
    public init(file: String, into folder: String) throws {
        guard let data = FileManager.default.contents(atPath: file) else { throw InputError.missing }
        let published = try PublishedPrompts(json: data)
        try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
        written = try published.sets.map { set in
            let path = folder + "/" + set.name + ".yaml"
            try YAMLEncoder().encode(set).write(toFile: path, atomically: true, encoding: .utf8)
            return path
        }
        refused = published.refused.map { Refusal(task: $0.task, reason: $0.error.report.reason) }
    }
}
