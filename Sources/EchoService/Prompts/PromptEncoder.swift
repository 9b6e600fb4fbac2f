import EchoCore
import EchoEncode
import EchoReading

/// Embeds a prompt set's sentences, several at once.
struct PromptEncoder: Sendable {
    let model: EchoModel

    /// The set with its vectors, and how much of it the model hardly saw in training.
    ///
    /// - Throws: `TokenizeError`, or ``ServiceError/wrongSlot(found:needed:)`` for a model of another slot.
    func encode(_ set: PromptSet) async throws -> (prompts: EncodedPromptSet, rareTokenShare: Double?) {
        guard model.slot.serves(set.slot) else {
            throw ServiceError.wrongSlot(found: model.slot, needed: set.slot)
        }
        let sentences = set.expanded.map(\.text)
        let texts = try await withThrowingTaskGroup(of: (Int, TextEmbedding).self) { group in
            for (place, sentence) in sentences.enumerated() {
                group.addTask { (place, try model.embed(text: sentence)) }
            }
            var texts = [TextEmbedding?](repeating: nil, count: sentences.count)
            for try await (place, text) in group { texts[place] = text }
            return texts.compactMap { $0 }
        }
        let shares = texts.compactMap(\.rareTokenShare)
        return (
            try EncodedPromptSet(set, vectors: texts.map(\.embedding)),
            shares.isEmpty ? nil : shares.reduce(0, +) / Double(shares.count)
        )
    }
}
