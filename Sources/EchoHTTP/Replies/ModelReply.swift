import EchoCore
import EchoIndex
import EchoService

/// A model that serves here.
struct ModelReply: Encodable {
    let id: String
    let object = "model"
    /// Seconds since 1970; OpenAI's clients expect the field, and a model's age says nothing here.
    let created = 0
    let ownedBy = "local"
    let dimension: Int
    let slot: ModelSlot
    let weightsSha256: ContentHash
    let notice: String?

    private enum CodingKeys: String, CodingKey {
        case id, object, created, ownedBy, dimension, slot, weightsSha256, notice
    }

    /// Those of the index's spaces, each once.
    static func all(of served: ServedIndex) async throws -> [ModelReply] {
        var seen: Set<String> = []
        return try await served.spaces().filter { seen.insert($0.fingerprint.model).inserted }.map { space in
            ModelReply(
                id: space.fingerprint.model, dimension: space.dimension, slot: space.slot,
                weightsSha256: space.fingerprint.weights, notice: space.notice)
        }
    }
}

/// All of them.
struct ModelsReply: Encodable {
    let object = "list"
    let data: [ModelReply]

    private enum CodingKeys: String, CodingKey { case object, data }
}
