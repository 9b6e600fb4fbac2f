/// A point on the unit sphere, where clips and prompts meet.
///
/// - Shape: `[dimension]`, 512 for EchoCLIP.
/// - Invariant: the L2 norm is 1, ± 1e-5 where it was scaled here and ± 1e-3 where it was taken back from a store,
///   so a dot product is a cosine to that, −1...1.
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
        let norm = Self.dot(values, values).squareRoot()
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
    ///
    /// Summed in double precision in eight parts, axis `a` in part `a` mod 8, so that it depends on the two
    /// vectors alone and is the same either way round.
    ///
    /// - Complexity: O(dimension); no allocation.
    public func similarity(to other: Embedding) -> Float {
        precondition(
            dimension == other.dimension, "an embedding of \(dimension) against one of \(other.dimension)")
        return Float(Self.dot(values, other.values))
    }

    private static func dot(_ one: [Float], _ other: [Float]) -> Double {
        let (one, other) = (one.span, other.span)
        var sums = SIMD8<Double>.zero
        let whole = one.count - one.count % 8
        for axis in stride(from: 0, to: whole, by: 8) {
            sums += SIMD8(eight(one, at: axis)) * SIMD8(eight(other, at: axis))
        }
        for axis in whole..<one.count { sums[axis - whole] += Double(one[axis]) * Double(other[axis]) }
        return sums.sum()
    }

    /// Eight coordinates; any four bytes are a `Float`, and the span checks that they are its own.
    private static func eight(_ values: Span<Float>, at axis: Int) -> SIMD8<Float> {
        unsafe values.bytes.unsafeLoadUnaligned(
            fromByteOffset: axis * MemoryLayout<Float>.stride, as: SIMD8<Float>.self)
    }
}
