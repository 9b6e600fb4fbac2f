/// A point on the unit sphere, where clips and prompts meet.
///
/// - Shape: `[dimension]`, 512 for EchoCLIP.
/// - Invariant: the L2 norm is 1 ± 1e-5, so a dot product is a cosine, −1...1.
/// - Source: `F.normalize(encode_image(x))`, echonet/echo_CLIP, `zero_shot_example.py`.
public struct Embedding: Sendable, Equatable, Codable {
    /// The coordinates.
    public let values: [Float]

    /// Scales an encoder's raw output to unit length; sums in double precision.
    ///
    /// - Parameter projection: shape `[dimension]`, any scale.
    /// - Throws: ``EmbeddingError/noDirection(dimension:)`` where the norm is 0 or not finite.
    /// - Complexity: O(dimension); one allocation.
    public init(normalizing projection: [Float]) throws(EmbeddingError) {
        var sum = 0.0
        for value in projection { sum += Double(value) * Double(value) }
        let norm = sum.squareRoot()
        guard norm.isFinite, norm > 0 else { throw .noDirection(dimension: projection.count) }
        values = projection.map { Float(Double($0) / norm) }
    }

    /// Takes back a vector that was stored as an embedding.
    ///
    /// - Throws: ``EmbeddingError/notUnit(norm:)`` where the norm is not 1 ± 1e-3.
    public init(stored values: [Float]) throws(EmbeddingError) {
        var sum = 0.0
        for value in values { sum += Double(value) * Double(value) }
        let norm = sum.squareRoot()
        guard abs(norm - 1) <= 1e-3 else { throw .notUnit(norm: norm) }
        self.values = values
    }

    /// The direction of the mean of several embeddings: a clip's over its frames, a study's over its clips.
    ///
    /// - Throws: ``EmbeddingError/nothingToAverage`` for none, ``EmbeddingError/noDirection(dimension:)``
    ///   where they cancel out.
    public static func mean(of embeddings: [Embedding]) throws(EmbeddingError) -> Embedding {
        guard let first = embeddings.first else { throw .nothingToAverage }
        var sums = [Double](repeating: 0, count: first.values.count)
        for embedding in embeddings {
            precondition(
                embedding.values.count == sums.count,
                "an embedding of \(embedding.values.count) among ones of \(sums.count)")
            for (axis, value) in embedding.values.enumerated() { sums[axis] += Double(value) }
        }
        return try Embedding(normalizing: sums.map { Float($0 / Double(embeddings.count)) })
    }

    /// How many coordinates there are.
    public var dimension: Int { values.count }

    /// The cosine of the angle to another embedding of the same dimension, −1...1.
    public func similarity(to other: Embedding) -> Float {
        precondition(
            dimension == other.dimension, "an embedding of \(dimension) against one of \(other.dimension)")
        var sum = 0.0
        for axis in values.indices { sum += Double(values[axis]) * Double(other.values[axis]) }
        return Float(sum)
    }
}
