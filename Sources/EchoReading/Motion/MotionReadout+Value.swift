public import EchoCore

extension MotionReadout {
    /// The number that a clip's frames give.
    ///
    /// Each value of the vectors is averaged over the frames, and its standard deviation taken (divided by the
    /// number of frames); both go through the layers, and the result is kept within the range.
    ///
    /// - Parameter frames: a clip's frame vectors, each of unit length, at least 1.
    /// - Returns: a number in the readout's unit, ``minimum``...``maximum``.
    /// - Throws: ``ReadingError/noFrames``, ``ReadingError/dimension(found:expected:)``,
    ///   ``ReadingError/readout(name:problem:)``.
    /// - Complexity: O(frames · dimension + weights).
    public func value(frames: [Embedding]) throws(ReadingError) -> Float {
        guard let dimension = frames.first?.dimension else { throw .noFrames }
        for frame in frames where frame.dimension != dimension {
            throw .dimension(found: frame.dimension, expected: dimension)
        }
        try check(dimension: dimension)
        var values = Self.features(frames.map(\.values))
        for (place, layer) in layers.enumerated() {
            values = layer.applied(to: values)
            if place + 1 < layers.count { values = values.map { max($0, 0) } }
        }
        return min(max(values[0], minimum), maximum)
    }

    /// Means, then deviations, over the frames: shape `[frames, dimension]` to `[2 · dimension]`.
    package static func features(_ frames: [[Float]]) -> [Float] {
        let (count, dimension) = (Double(frames.count), frames[0].count)
        var means: [Float] = []
        var deviations: [Float] = []
        for place in 0..<dimension {
            let mean = frames.reduce(0.0) { $0 + Double($1[place]) } / count
            let variance = frames.reduce(0.0) { $0 + (Double($1[place]) - mean) * (Double($1[place]) - mean) }
            means.append(Float(mean))
            deviations.append(Float((variance / count).squareRoot()))
        }
        return means + deviations
    }

    /// Whether the layers fit one another, and vectors of this length.
    func check(dimension: Int) throws(ReadingError) {
        func refuse(_ problem: ReadoutProblem) -> ReadingError { .readout(name: name, problem: problem) }
        guard !layers.isEmpty else { throw refuse(.noLayer) }
        guard minimum < maximum else { throw refuse(.range) }
        guard leastFrames >= 2 else { throw refuse(.leastFrames(found: leastFrames)) }
        var width = 2 * dimension
        for (place, layer) in layers.enumerated() {
            guard layer.inputs == width else {
                throw refuse(.layer(place: place, found: layer.inputs, expected: width))
            }
            guard (layer.weights + layer.bias).allSatisfy(\.isFinite) else { throw refuse(.notFinite) }
            width = layer.outputs
        }
        guard width == 1 else { throw refuse(.layer(place: layers.count, found: width, expected: 1)) }
    }
}
