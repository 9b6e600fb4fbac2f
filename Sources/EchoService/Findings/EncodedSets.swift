import EchoCore
import EchoIndex
import EchoReading

/// The prompt sets that every study is put to, embedded once.
struct EncodedSets: Sendable {
    /// Binary and categorical ones about findings, by name.
    let findings: [EncodedPromptSet]
    /// Those whose categories are views.
    let views: [EncodedPromptSet]
    /// The model's space.
    let space: EmbeddingSpace

    /// Embeds a library's sets, or takes over what has not changed.
    ///
    /// - Throws: `ModelError`, `ServiceError`.
    init(
        _ library: PromptLibrary, space: EmbeddingSpace, workspace: Workspace, known: EncodedSets?
    ) async throws {
        let wanted = library.entries().compactMap(\.set)
            .filter { $0.kind != .regression && space.slot.serves($0.slot) }
        let held = known.flatMap { $0.space == space ? $0.all : nil } ?? []
        let encoder = try workspace.promptEncoder(for: space)
        var sets: [EncodedPromptSet] = []
        for set in wanted {
            if let same = held.first(where: { $0.set == set }) {
                sets.append(same)
            } else {
                sets.append(try await encoder.encode(set).prompts)
            }
        }
        findings = sets.filter { $0.set.subject == .finding }
        views = sets.filter { $0.set.subject == .view }
        self.space = space
    }

    private var all: [EncodedPromptSet] { findings + views }

    /// Whether both hold the same questions to the same model.
    func asks(sameAs other: EncodedSets) -> Bool {
        space == other.space && all.map(\.set) == other.all.map(\.set)
    }

    /// One study's score for every finding that it can be asked for.
    func scores(of study: StudyVectors) throws -> [String: Float] {
        var scores: [String: Float] = [:]
        for set in findings {
            if let score = try StudyScore(set, study: study) { scores[set.set.name] = score.score }
        }
        return scores
    }
}
