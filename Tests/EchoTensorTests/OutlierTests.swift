import EchoCore
import EchoTensor
import EchoTesting
import Testing

/// Products of bytes where a few channels are tens of times larger than the rest, as in trained ConvNeXts.
@Suite("Outlier channels") struct OutlierTests {
    static let size = (rows: 28, inputs: 256, outputs: 96)
    static let large = [7, 100, 201]

    static func plain(_ seed: UInt64) -> LayerCase {
        var random = SplitMix64(seed: seed)
        return LayerCase(rows: size.rows, inputs: size.inputs, outputs: size.outputs, &random)
    }

    /// Activations of three channels 60 times as large, with the weights small there, as training leaves them.
    static func activations(_ seed: UInt64) -> LayerCase {
        var layer = plain(seed)
        for row in 0..<size.rows { for k in large { layer.input[row * size.inputs + k] *= 60 } }
        let weights = layer.layer.weights
        layer.layer.weights = FloatTensor(shape: weights.shape) {
            large.contains($0 % size.inputs) ? weights[$0] / 20 : weights[$0]
        }
        return layer
    }

    /// The norm's scale of three channels 50 times as large.
    static func weights(_ seed: UInt64) -> LayerCase {
        var layer = plain(seed)
        let scale = layer.layer.inputScale
        layer.layer.inputScale = FloatTensor(shape: [size.inputs]) {
            (scale?[$0] ?? 1) * (large.contains($0) ? 50 : 1)
        }
        for row in 0..<size.rows { for k in large { layer.input[row * size.inputs + k] /= 20 } }
        return layer
    }

    /// What calibration would say.
    static func sizes(_ size: Float, at channels: [Int], of count: Int = size.inputs) -> [Float] {
        (0..<count).map { channels.contains($0) ? size : 1 }
    }

    @Test("are no more than one in sixteen, those that reach farthest by size times weight")
    func limit() {
        let layer = Self.plain(3).layer
        let sizes = (0..<Self.size.inputs).map { $0 < 40 ? Float(100 + $0) : 1 }
        let reach = (0..<40).map { channel in
            let column = (0..<Self.size.outputs).map { abs(layer.weights[$0 * Self.size.inputs + channel]) }
            return (column.max() ?? 0) * abs(layer.inputScale?[channel] ?? 1) * sizes[channel]
        }
        let farthest = reach.indices.sorted { reach[$0] > reach[$1] }.prefix(16).sorted()
        let outliers = Outliers(of: layer, sizes: sizes)
        #expect(outliers.wide == farthest)
        #expect(farthest != Array(24..<40), "the weights count too")
        #expect(outliers.factors.values.enumerated().allSatisfy { outliers.wide.contains($0) || $1 == 1 })
    }

    @Test("of the activations cost nothing where they are known", arguments: UInt64(0)..<6)
    func ofActivations(seed: UInt64) {
        let layer = Self.activations(seed)
        let expected = layer.expected()
        for kernels in PackedLinearTests.kernels {
            let alone = LayerCase.relativeError(layer.product(.int8, kernels), expected)
            let apart = LayerCase.relativeError(
                layer.product(
                    .int8, kernels, outliers: Outliers(of: layer.layer, sizes: Self.sizes(60, at: Self.large))
                ), expected)
            #expect(apart < 0.012, "\(kernels.instructions): \(apart)")
            #expect(alone > 5 * apart, "\(kernels.instructions): \(alone) and \(apart)")
        }
    }

    @Test("of the weights are found, and moved into the activations", arguments: UInt64(0)..<6)
    func ofWeights(seed: UInt64) {
        let layer = Self.weights(seed)
        let expected = layer.expected()
        let outliers = Outliers(of: layer.layer)
        #expect(outliers.wide == Self.large)
        for kernels in PackedLinearTests.kernels {
            let alone = LayerCase.relativeError(layer.product(.int8, kernels), expected)
            let apart = LayerCase.relativeError(
                layer.product(.int8, kernels, outliers: outliers), expected)
            #expect(apart < 0.012, "\(kernels.instructions): \(apart)")
            #expect(alone > 5 * apart, "\(kernels.instructions): \(alone) and \(apart)")
        }
    }

    @Test("beyond 16 bits of the rest take the range with them, and nothing overflows")
    func beyondTheRange() {
        var layer = Self.plain(1)
        for row in 0..<Self.size.rows { layer.input[row * Self.size.inputs + 7] = row % 2 == 0 ? 1e6 : -1e6 }
        let outliers = Outliers(of: layer.layer, sizes: Self.sizes(1e6, at: [7]))
        for kernels in PackedLinearTests.kernels {
            let found = layer.product(.int8, kernels, outliers: outliers)
            #expect(LayerCase.relativeError(found, layer.expected()) < 0.02, "\(kernels.instructions)")
        }
    }

    @Test("rows of one number, of zeros, or of nothing in range are bytes too")
    func flatRows() {
        var layer = Self.plain(2)
        for k in 0..<Self.size.inputs {
            layer.input[k] = 0
            layer.input[Self.size.inputs + k] = 3
            layer.input[2 * Self.size.inputs + k] = k == 7 ? 5 : 0
        }
        let outliers = Outliers(of: layer.layer, sizes: Self.sizes(1e6, at: [7]))
        for kernels in PackedLinearTests.kernels {
            let found = layer.product(.int8, kernels, outliers: outliers)
            #expect(LayerCase.relativeError(found, layer.expected()) < 0.012, "\(kernels.instructions)")
        }
    }
}
