public import EchoCore

/// Where an index's vectors of one model live; vectors of two spaces are never compared.
public struct EmbeddingSpace: Sendable, Hashable, Codable {
    /// What the vectors are good for; a space of slot `both` fills both slots.
    public let slot: ModelSlot
    /// Model, weights and pre-processing.
    public let fingerprint: Fingerprint
    /// Values in a vector.
    public let dimension: Int
    /// What every result of this model has to say, such as its license; `nil` for nothing.
    public let notice: String?

    /// Joins the parts.
    ///
    /// - Precondition: `dimension` is at least 1.
    public init(slot: ModelSlot, fingerprint: Fingerprint, dimension: Int, notice: String? = nil) {
        precondition(dimension > 0, "a space has at least 1 dimension, not \(dimension)")
        self.slot = slot
        self.fingerprint = fingerprint
        self.dimension = dimension
        self.notice = notice
    }

    /// Where two spaces differ in what their vectors mean, in a fixed order; empty where they may be compared.
    public func differences(from other: EmbeddingSpace) -> [SpaceDifference] {
        var found: [SpaceDifference] = []
        let (mine, theirs) = (fingerprint, other.fingerprint)
        if slot != other.slot { found.append(.slot) }
        if mine.weights != theirs.weights { found.append(.weights) }
        if mine.frames != theirs.frames { found.append(.frames) }
        if mine.channels != theirs.channels { found.append(.channels) }
        if mine.zoom != theirs.zoom { found.append(.zoom) }
        if mine.mask != theirs.mask { found.append(.mask) }
        if mine.precision != theirs.precision { found.append(.precision) }
        if dimension != other.dimension { found.append(.dimension) }
        return found
    }
}
