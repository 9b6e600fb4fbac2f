import EchoEncode

/// Where a question's vectors come from: the model itself, or a server's queue in front of it.
enum TextSource: Sendable {
    case model(EchoModel)
    case queue(EncoderQueue)

    /// Sentences that a queue is asked for at once: enough to fill a batch, too few to fill the queue.
    private static let atOnce = 32

    /// Embeds one text.
    ///
    /// - Throws: what the model has against it, or ``ServingError/busy(retryAfter:)``.
    func embed(_ text: String) async throws -> TextEmbedding {
        switch self {
        case .model(let model): try model.embed(text: text)
        case .queue(let queue): try await queue.embed(text: text)
        }
    }

    /// Embeds several, in order: several together on as many threads as are free, or by the queue.
    ///
    /// - Throws: as ``embed(_:)-(String)``, for the first that cannot be embedded.
    func embed(_ texts: [String]) async throws -> [TextEmbedding] {
        switch self {
        case .model(let model): return try await model.embed(texts: texts) { try model.embed($0) }
        case .queue(let queue):
            var embedded: [TextEmbedding] = []
            for start in stride(from: 0, to: texts.count, by: Self.atOnce) {
                let some = Array(texts[start..<min(start + Self.atOnce, texts.count)])
                embedded += try await queue.embed(texts: some).map { try $0.get() }
            }
            return embedded
        }
    }
}
