import EchoCore
import EchoTensor
import EchoTesting
import Testing

/// The ways into a product: patches, norms, formats.
@Suite("Activation rows") struct ActivationTests {
    static func room(_ channels: Int, _ rows: Int) -> ActivationRows {
        ActivationRows(
            FloatBuffer(count: ActivationRows.floats(channels: channels, rows: rows)), channels: channels,
            capacity: rows)
    }

    @Test("a norm is LayerNorm's without its affine half", arguments: PackedLinearTests.kernels)
    func normalize(kernels: Kernels) {
        var random = SplitMix64(seed: 3)
        let (rows, channels) = (5, 77)
        let input = KernelTests.numbers(rows * channels, &random, scale: 3)
        let output = Self.room(channels, 3)
        kernels.normalize(
            ProductTests.buffer(input), firstRow: 2, rows: 3, epsilon: 1e-6, into: output)
        let plain = FloatBuffer(count: rows * channels)
        kernels.layerNorm(
            ProductTests.buffer(input), rows: rows, scale: FloatTensor(shape: [channels]) { _ in 1 },
            shift: FloatTensor(shape: [channels]) { _ in 0 }, epsilon: 1e-6, into: plain)
        for row in 0..<3 {
            #expect(
                output.values(row: row)
                    == Array(plain.prefix(rows * channels)[(row + 2) * channels..<(row + 3) * channels]))
        }
    }

    @Test("2x2 patches hold four normalized pixels by row, column, channel", arguments: [2, 4, 5, 8])
    func patches2(side: Int) {
        var random = SplitMix64(seed: 4)
        let (channels, half) = (6, side / 2)
        let picture = KernelTests.numbers(side * side * channels, &random)
        let pixels = Self.room(channels, side * side)
        let kernels = Kernels.best
        kernels.normalize(ProductTests.buffer(picture), rows: side * side, epsilon: 1e-6, into: pixels)
        let patches = Self.room(4 * channels, half)
        for row in 0..<half {
            kernels.normalizedPatches2(
                ProductTests.buffer(picture), width: side, rows: row..<row + 1, epsilon: 1e-6, into: patches)
            for x in 0..<half {
                var four: [Float] = []
                for pixel in 0..<4 {
                    four += pixels.values(row: (2 * row + pixel / 2) * side + 2 * x + pixel % 2)
                }
                #expect(patches.values(row: x) == four)
            }
        }
    }

    @Test("4x4 patches are cut by rows, from bytes by table and from normalized pictures alike")
    func patches4() {
        var random = SplitMix64(seed: 6)
        let side = 12
        let pixels = (0..<side * side * 3).map { _ in UInt8.random(in: 0...255, using: &random) }
        let table = FloatTensor(shape: [3, 256]) { Float($0) * 0.5 }
        let planar = (0..<3 * side * side).map { place in
            let (channel, pixel) = (place / (side * side), place % (side * side))
            return table[channel * 256 + Int(pixels[pixel * 3 + channel])]
        }
        let (bytes, floats) = (Self.room(48, 6), Self.room(48, 6))
        Kernels.patches(pixels, side: side, rows: 1..<3, table: table, into: bytes)
        Kernels.patches(planar: planar, side: side, rows: 1..<3, into: floats)
        for patch in 0..<6 {
            let (y, x) = (1 + patch / 3, patch % 3)
            let expected = (0..<48).map { column in
                let (channel, line) = (column / 16, column / 4 % 4)
                return planar[(channel * side + 4 * y + line) * side + 4 * x + column % 4]
            }
            #expect(bytes.values(row: patch) == expected)
            #expect(floats.values(row: patch) == expected)
        }
    }

    @Test(
        "bf16 rounds to nearest, ties to even, and keeps infinities and NaN",
        arguments: PackedLinearTests.kernels)
    func rounding(kernels: Kernels) {
        let values: [Float] = [
            1, 1.003_906_25, 1.011_718_75, 3.389_531_3e38, .infinity, -.infinity, .nan,
            Float(bitPattern: 0x0001_1612), -0.0,
            Float(bitPattern: 0x7fff_ffff), 0.1, -2.718_281_8,
        ]
        for channels in 1...values.count {
            let input = Self.room(channels, 1)
            Kernels.copy(ProductTests.buffer(Array(values.prefix(channels))), rows: 1, into: input)
            let output = ActivationRows(
                FloatBuffer(count: 64), format: .bf16, channels: channels, capacity: 1)
            kernels.convert(input, rows: 1, into: output)
            for (found, value) in zip(output.values(row: 0), values) {
                let expected = value.isNaN ? Float(bitPattern: 0x7fc0_0000) : PackedLinearTests.bf16(value)
                #expect(found.bitPattern == expected.bitPattern, "\(value)")
            }
        }
    }
}
