import CEchoKernels
import EchoCore
import EchoTensor
import EchoTesting
import Foundation
import Testing

/// Each instruction set's packed products against sums in double precision, on odd extents.
@Suite("Packed linear layers") struct PackedLinearTests {
    static let kernels = InstructionSet.available.compactMap { Kernels($0) }

    static func exactGELU(_ x: Double) -> Double { x * 0.5 * erfc(-x / 2.0.squareRoot()) }

    /// The nearest bf16, ties to even.
    static func bf16(_ value: Float) -> Float {
        let bits = value.bitPattern
        return Float(bitPattern: (bits + 0x7fff + (bits >> 16) & 1) & 0xffff_0000)
    }

    @Test("in fp32 are the folded layer, with and without a residual", arguments: kernels, UInt64(0)..<16)
    func fp32(kernels: Kernels, seed: UInt64) {
        let layer = LayerCase(seed: seed)
        let expected = layer.expected()
        // Sums of up to 150 products of size 1, and a bias.
        let tolerance = Tolerance(absolute: 4e-6, relative: 2e-6)
        #expect(tolerance.worstOffender(layer.product(.fp32, kernels), expected.map { Float($0) }) == nil)
        let added = zip(expected, layer.residual).map { Float($0 + Double($1)) }
        #expect(tolerance.worstOffender(layer.product(.fp32, kernels, isAdded: true), added) == nil)
    }

    @Test("in fp32 end in an exact GELU", arguments: kernels, UInt64(0)..<8)
    func gelu(kernels: Kernels, seed: UInt64) {
        let layer = LayerCase(seed: seed)
        let room = ActivationRows.floats(channels: layer.outputs, rows: layer.rows)
        let hidden = ActivationRows(FloatBuffer(count: room), channels: layer.outputs, capacity: layer.rows)
        PackedLinear(layer.layer, kernels: kernels)
            .applyGELU(layer.activations(.fp32, nil, kernels), rows: layer.rows, into: hidden)
        let expected = layer.expected().map { Float(Self.exactGELU($0)) }
        let found = (0..<layer.rows).flatMap { hidden.values(row: $0) }
        #expect(Tolerance(absolute: 5e-6, relative: 2e-6).worstOffender(found, expected) == nil)
    }

    @Test("end in a GELU within 1e-6 of the exact one over -10...10, the ends included", arguments: kernels)
    func geluAccuracy(kernels: Kernels) {
        let ends: [Float] = [-.infinity, -1e30, -100, 100, 1e30, .infinity, .nan]
        let inputs = (0...200_000).map { Float($0) / 10_000 - 10 } + ends
        // Nothing is multiplied: what the GELU gets is the bias.
        let layer = LinearLayer(
            weights: FloatTensor(shape: [inputs.count, 1], values: inputs.map { _ in 0 }),
            bias: FloatTensor(shape: [inputs.count], values: inputs))
        let room = { FloatBuffer(count: ActivationRows.floats(channels: $0, rows: 1)) }
        let hidden = ActivationRows(room(inputs.count), channels: inputs.count, capacity: 1)
        PackedLinear(layer, kernels: kernels).applyGELU(
            ActivationRows(room(1), channels: 1, capacity: 1), rows: 1, into: hidden)
        let found = hidden.values(row: 0)
        let isExact = zip(inputs, found).dropLast(ends.count)
            .allSatisfy { abs(Double($1) - Self.exactGELU(Double($0))) <= 1e-6 }
        #expect(isExact)
        #expect(found.suffix(7).prefix(3).allSatisfy { abs($0) < 1e-8 }, "\(found.suffix(7))")
        #expect(Array(found.suffix(4).prefix(3)) == [100, 1e30, .infinity])
        #expect(found.last?.isNaN == true)
        var alone = inputs
        kernels.instructions.kernels.bias_gelu(&alone, 1, inputs.count, inputs.map { _ in 0 })
        #expect(zip(found, alone).allSatisfy { $0.bitPattern == $1.bitPattern || ($0.isNaN && $1.isNaN) })
    }

    @Test(
        "give a row the same bits alone as among others, in every format", arguments: kernels,
        NumberFormat.allCases)
    func rowAlone(kernels: Kernels, format: NumberFormat) {
        // OpenBLAS promises that for a fixed number of rows alone; the tower gives it fixed ones.
        guard kernels.instructions != .portable || format != .fp32 else { return }
        var random = SplitMix64(seed: 5)
        let together = LayerCase(rows: 33, inputs: 77, outputs: 70, &random)
        let outliers = Outliers(
            of: together.layer, sizes: OutlierTests.sizes(9, at: [3, 70], of: together.inputs))
        let found = together.product(format, kernels, outliers: outliers)
        for row in [0, 13, 14, 27, 28, 32] {
            var alone = LayerCase(rows: 1, inputs: 77, outputs: 70, &random)
            alone.layer = together.layer
            alone.input = Array(together.input[row * 77..<(row + 1) * 77])
            let result = alone.product(format, kernels, outliers: outliers)
            #expect(result == Array(found[row * 70..<(row + 1) * 70]), "row \(row)")
        }
    }

    @Test(
        "in int8 sum as many inputs as may be, all at their largest, without running over", arguments: kernels
    )
    func largestSums(kernels: Kernels) {
        var random = SplitMix64(seed: 8)
        let inputs = PackedLinear.mostByteInputs
        var layer = LayerCase(rows: 2, inputs: inputs, outputs: 3, &random)
        layer.layer = LinearLayer(
            weights: FloatTensor(shape: [3, inputs]) { _ in 1 }, bias: FloatTensor(shape: [3]) { _ in 0 })
        layer.input = (0..<2 * inputs).map { $0 % inputs == 0 ? 0 : 1 }
        for sum in layer.product(.int8, kernels) {
            #expect(abs(sum / Float(inputs - 1) - 1) < 1e-5, "\(sum)")
        }
    }

    @Test("in bf16 sum the rounded numbers in fp32", arguments: kernels, UInt64(0)..<16)
    func bf16Sums(kernels: Kernels, seed: UInt64) {
        let layer = LayerCase(seed: seed)
        let expected = layer.expected(rounded: Self.bf16)
        #expect(LayerCase.relativeError(layer.product(.bf16, kernels), expected) < 2e-6)
        let added = zip(expected, layer.residual).map { $0 + Double($1) }
        #expect(LayerCase.relativeError(layer.product(.bf16, kernels, isAdded: true), added) < 2e-6)
    }

    @Test("in bf16 end in a GELU rounded once", arguments: kernels, UInt64(0)..<6)
    func bf16GELU(kernels: Kernels, seed: UInt64) {
        let layer = LayerCase(seed: seed)
        let room = ActivationRows.floats(format: .bf16, channels: layer.outputs, rows: layer.rows)
        let hidden = ActivationRows(
            FloatBuffer(count: room), format: .bf16, channels: layer.outputs, capacity: layer.rows)
        PackedLinear(layer.layer, format: .bf16, kernels: kernels)
            .applyGELU(layer.activations(.bf16, nil, kernels), rows: layer.rows, into: hidden)
        let expected = layer.expected(rounded: Self.bf16).map { Float(Self.exactGELU($0)) }
        let found = (0..<layer.rows).flatMap { hidden.values(row: $0) }
        // Half a unit of 8 bits.
        #expect(Tolerance(absolute: 1e-5, relative: 0.00392).worstOffender(found, expected) == nil)
    }

    @Test("in bytes are near the exact layer", arguments: kernels, UInt64(0)..<16)
    func bytes(kernels: Kernels, seed: UInt64) {
        let layer = LayerCase(seed: seed)
        let expected = layer.expected()
        // Two roundings to 8 bits of uniform numbers: 0.3 % each, of the products alone.
        #expect(LayerCase.relativeError(layer.product(.int8, kernels), expected) < 0.012)
        let added = zip(expected, layer.residual).map { $0 + Double($1) }
        #expect(LayerCase.relativeError(layer.product(.int8, kernels, isAdded: true), added) < 0.012)
    }

    @Test("in bytes have the same exact sums on every instruction set", arguments: UInt64(0)..<8)
    func bytesAgree(seed: UInt64) {
        let layer = LayerCase(seed: seed)
        let outliers = Outliers(
            of: layer.layer, sizes: OutlierTests.sizes(9, at: [0], of: layer.inputs))
        let first = layer.product(.int8, Self.kernels[0], outliers: outliers).map(Double.init)
        for kernels in Self.kernels.dropFirst() {
            let found = layer.product(.int8, kernels, outliers: outliers)
            // The scale and the bias round, once with and once without a fused operation.
            #expect(LayerCase.relativeError(found, first) < 1e-6, "\(kernels.instructions)")
        }
    }
}
