import EchoCore
import EchoEncode

extension ClipEmbedder {
    /// A text that every vocabulary has words of.
    private static let knownText = "the left ventricle"

    /// The same way for work of another urgency, at the same places.
    func with(_ urgency: Urgency) -> ClipEmbedder {
        var other = self
        other.urgency = urgency
        return other
    }

    /// Embeds texts at the image tower's places, so that no more than their number compute at once.
    ///
    /// Where the model refuses one, each is embedded by itself.
    ///
    /// - Returns: one result each, in order.
    @concurrent func embed(texts: [String]) async -> [Result<TextEmbedding, any Error>] {
        if let all = try? await together(texts) { return all.map { .success($0) } }
        var results: [Result<TextEmbedding, any Error>] = []
        for text in texts {
            do { results.append(.success(try await embed(text: text))) } catch {
                results.append(.failure(error))
            }
        }
        return results
    }

    private func embed(text: String) async throws -> TextEmbedding {
        let model = model
        return try await lanes.atPlace(urgency) { try model.embed(text: text) }
    }

    /// - Throws: what the model has against the first text that it refuses.
    private func together(_ texts: [String]) async throws -> [TextEmbedding] {
        let (model, lanes, urgency) = (model, lanes, urgency)
        return try await model.embed(texts: texts) { batch in
            try await lanes.atPlace(urgency) { try model.embed(batch) }
        }
    }

    /// What a known frame gives, and a known text where the model reads one; before all other work, so that a long
    /// line does not look like an encoder that hangs.
    @concurrent func probe() async throws -> [Embedding] {
        var timing = StageTimes()
        let side = model.scaler.rule.side
        let pixels = (0..<side * side * 3).map { UInt8(truncatingIfNeeded: $0 &* 37 &+ $0 / side) }
        let frame = ScaledFrame(side: side, channels: model.scaler.channels, pixels: pixels)
        let vectors = try await lanes.embed([frame], .watch, timing: &timing)
        guard model.canEmbedText else { return vectors }
        return vectors + [try await with(.watch).embed(text: Self.knownText).embedding]
    }
}
