import EchoCore
import EchoEncode

/// Where a question's vectors come from: the model itself, or a server's queue in front of it.
struct TextSource: Sendable {
    /// What the vectors are good for.
    let slot: ModelSlot
    private let source: Source

    private enum Source {
        case model(EchoModel)
        case queue(EncoderQueue)
    }

    init(_ model: EchoModel) {
        slot = model.slot
        source = .model(model)
    }

    init(_ queue: EncoderQueue, slot: ModelSlot) {
        self.slot = slot
        source = .queue(queue)
    }

    /// Embeds one text.
    ///
    /// - Throws: what the model has against it, or ``ServingError/busy(retryAfter:)``.
    func embed(_ text: String) async throws -> TextEmbedding {
        switch source {
        case .model(let model): try model.embed(text: text)
        case .queue(let queue): try await queue.embed(text: text)
        }
    }
}
