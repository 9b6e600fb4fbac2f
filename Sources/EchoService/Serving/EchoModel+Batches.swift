import EchoEncode

extension EchoModel {
    /// Embeds texts, in order: their batches beside each other, each where `place` runs it.
    ///
    /// - Throws: what the model has against the first text that it refuses, and what `place` throws.
    func embed(
        texts: [String],
        place: @escaping @Sendable (TextBatch) async throws -> [(place: Int, embedding: TextEmbedding)]
    ) async throws -> [TextEmbedding] {
        try await withThrowingTaskGroup(of: [(place: Int, embedding: TextEmbedding)].self) { group in
            for batch in try batches(of: texts) { group.addTask { try await place(batch) } }
            var found = [TextEmbedding?](repeating: nil, count: texts.count)
            for try await some in group { for (place, embedding) in some { found[place] = embedding } }
            return found.compactMap { $0 }
        }
    }
}
