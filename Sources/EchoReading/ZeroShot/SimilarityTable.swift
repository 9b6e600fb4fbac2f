public import EchoCore

/// The cosine of every frame with every prompt, from which all published formulas are computed.
///
/// - Shape: `[frames, prompts]`, −1...1.
public struct SimilarityTable: Sendable, Equatable {
    /// How many frames, at least 1.
    public let frameCount: Int
    /// How many prompts, at least 1.
    public let promptCount: Int
    private let cosines: [Float]

    /// Compares every frame with every prompt.
    ///
    /// - Throws: ``ReadingError/noFrames``, ``ReadingError/noPrompts``,
    ///   ``ReadingError/dimension(found:expected:)``.
    /// - Complexity: O(frames · prompts · dimension).
    public init(frames: [Embedding], prompts: [Embedding]) throws(ReadingError) {
        guard !frames.isEmpty else { throw .noFrames }
        guard let dimension = prompts.first?.dimension else { throw .noPrompts }
        for vector in frames + prompts where vector.dimension != dimension {
            throw .dimension(found: vector.dimension, expected: dimension)
        }
        frameCount = frames.count
        promptCount = prompts.count
        var cosines: [Float] = []
        cosines.reserveCapacity(frames.count * prompts.count)
        for frame in frames {
            for prompt in prompts { cosines.append(frame.similarity(to: prompt)) }
        }
        self.cosines = cosines
    }

    /// One frame's cosines, in prompt order.
    public subscript(frame frame: Int) -> ArraySlice<Float> {
        precondition(frame < frameCount, "frame \(frame) of \(frameCount)")
        return cosines[frame * promptCount..<(frame + 1) * promptCount]
    }

    /// The mean over the prompts, one a frame: a frame's binary score.
    public var frameScores: [Float] {
        (0..<frameCount).map { Float(Self.mean(self[frame: $0])) }
    }

    /// The published binary score: the mean over frames and prompts.
    ///
    /// - Source: `compute_binary_metric`, echonet/echo_CLIP, `utils.py`.
    public var binaryScore: Float { Float(Self.mean(cosines[...])) }

    private static func mean(_ values: ArraySlice<Float>) -> Double {
        values.reduce(0.0) { $0 + Double($1) } / Double(values.count)
    }
}
