import EchoCore
import EchoEncode
import EchoReading

/// Embeds a prompt set's sentences, several at once.
struct PromptEncoder: Sendable {
    let texts: TextSource
    /// Sentences asked for at once: enough to fill a batch, too few to fill a server's queue.
    static let atOnce = 32

    /// The set with its vectors, and how much of it the model hardly saw in training.
    ///
    /// - Throws: `TokenizeError`, or ``ServiceError/wrongSlot(found:needed:)`` for a model of another slot.
    func encode(_ set: PromptSet) async throws -> (prompts: EncodedPromptSet, rareTokenShare: Double?) {
        guard texts.slot.serves(set.slot) else {
            throw ServiceError.wrongSlot(found: texts.slot, needed: set.slot)
        }
        let sentences = set.expanded.map(\.text)
        var embedded: [TextEmbedding] = []
        for start in stride(from: 0, to: sentences.count, by: Self.atOnce) {
            embedded += try await embed(Array(sentences[start..<min(start + Self.atOnce, sentences.count)]))
        }
        let shares = embedded.compactMap(\.rareTokenShare)
        return (
            try EncodedPromptSet(set, vectors: embedded.map(\.embedding)),
            shares.isEmpty ? nil : shares.reduce(0, +) / Double(shares.count)
        )
    }

    private func embed(_ sentences: [String]) async throws -> [TextEmbedding] {
        try await withThrowingTaskGroup(of: (Int, TextEmbedding).self) { group in
            for (place, sentence) in sentences.enumerated() {
                group.addTask { (place, try await texts.embed(sentence)) }
            }
            var embedded = [TextEmbedding?](repeating: nil, count: sentences.count)
            for try await (place, text) in group { embedded[place] = text }
            return embedded.compactMap { $0 }
        }
    }
}
