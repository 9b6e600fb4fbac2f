internal import EchoCore
public import Foundation

/// The published prompt file of the user's own copy, turned into prompt sets.
///
/// - Source: the layout of `prompts_used.json`, echonet/echo_CLIP. We ship none of its sentences.
public struct PublishedPrompts: Sendable {
    /// A task that could not be turned into a set.
    public struct Refusal: Sendable, Equatable {
        /// The task's name.
        public let task: String
        /// Why.
        public let error: ReadingError
    }

    /// One set a task, by name; the sentences exactly as in the file.
    public let sets: [PromptSet]
    /// Tasks that break the layout, by name; they do not keep the others from being read.
    public let refused: [Refusal]

    /// Reads a file's bytes.
    ///
    /// - Throws: ``ReadingError/published(task:problem:)`` where it is not an object of tasks.
    public init(json: Data) throws(ReadingError) {
        let tasks: [String: PublishedTask]
        do {
            tasks = try JSONDecoder().decode([String: PublishedTask].self, from: json)
        } catch {
            throw .published(task: nil, problem: .notAnObjectOfTasks)
        }
        var sets: [PromptSet] = []
        var refused: [Refusal] = []
        for (name, task) in tasks.sorted(by: { $0.key < $1.key }) {
            do throws(ReadingError) {
                sets.append(try task.promptSet(named: name))
            } catch {
                refused.append(Refusal(task: name, error: error))
            }
        }
        self.sets = sets
        self.refused = refused
    }
}
