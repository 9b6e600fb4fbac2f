import EchoCore
import EchoEncode
import EchoReading

/// Embeds a prompt set's sentences, several at once.
struct PromptEncoder: Sendable {
    let model: EchoModel

    /// - Throws: `TokenizeError`, or ``ServiceError/wrongSlot(found:needed:)`` for a model of another slot.
    func encode(_ set: PromptSet) async throws -> EncodedPromptSet {
        guard model.slot.serves(set.slot) else {
            throw ServiceError.wrongSlot(found: model.slot, needed: set.slot)
        }
        let sentences = set.expanded.map(\.text)
        let vectors = try await withThrowingTaskGroup(of: (Int, Embedding).self) { group in
            for (place, sentence) in sentences.enumerated() {
                group.addTask { (place, try model.embed(text: sentence).embedding) }
            }
            var vectors = [Embedding?](repeating: nil, count: sentences.count)
            for try await (place, vector) in group { vectors[place] = vector }
            return vectors.compactMap { $0 }
        }
        return try EncodedPromptSet(set, vectors: vectors)
    }
}
