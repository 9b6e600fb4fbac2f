import EchoCore
public import EchoIndex
public import EchoReading

/// Puts a prompt set to every study of an index.
public struct AskQuery: Sendable {
    /// The question.
    public var set: PromptSet
    /// How it is put.
    public var options: AskOptions
    /// Which studies it is put to.
    public var filter: SearchFilter

    /// Joins the parts.
    public init(_ set: PromptSet, options: AskOptions, filter: SearchFilter = SearchFilter()) {
        self.set = set
        self.options = options
        self.filter = filter
    }

    /// Scores one study after the other, so that the vectors of one are in memory at a time.
    ///
    /// - Throws: `IndexError`, `ModelError`, `ReadingError`.
    public func run(in index: StudyIndex, workspace: Workspace) async throws -> Stamped<AskAnswer> {
        let space = try await index.space(serving: set.slot)
        let (prompts, rareShare) = try await workspace.promptEncoder(for: space).encode(set)
        let archive = Archive(index: index, space: space)
        let studies = try await index.studies(passing: filter)
        var scores: [StudyScore] = []
        var unscored: [StudyID] = []
        for study in studies {
            let vectors = try await archive.vectors(of: study, withFrames: true)
            if let score = try StudyScore(prompts, study: vectors, options: options) {
                scores.append(score)
            } else {
                unscored.append(study.id)
            }
        }
        var options = options
        options.weights = space.fingerprint.weights
        let answer = try AskAnswer(set, scores: scores, unscored: unscored, options: options)
        let listed = Set(answer.results.map(\.study))
        return Stamped(
            answer, naming: studies.filter { listed.contains($0.id) }, in: space, rareTokenShare: rareShare)
    }
}
