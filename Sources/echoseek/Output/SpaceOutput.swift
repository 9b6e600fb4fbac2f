import EchoCore
import EchoIndex

/// A slot's vectors, as they are printed.
struct SpaceOutput: Encodable {
    let slot: ModelSlot
    let model: String
    let dimension: Int
    let fingerprint: String
    let notice: String?

    init(_ space: EmbeddingSpace) {
        (slot, model, dimension) = (space.slot, space.fingerprint.model, space.dimension)
        (fingerprint, notice) = (space.fingerprint.description, space.notice)
    }
}
