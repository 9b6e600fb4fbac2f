import CEchoKernels
import EchoCore
import EchoTensor
import EchoTesting
import Foundation
import Testing

extension InstructionSet {
    var kernels: echo_kernels { echo_kernels_for(code)?.pointee ?? echo_kernels_best().pointee }
    /// The C number, by the order that both sides name them in.
    var code: echo_isa { echo_isa(rawValue: UInt32(Self.allCases.firstIndex(of: self) ?? 0)) }
}

/// Each kernel of each instruction set against the same sum in double precision, on odd extents.
@Suite("Kernels") struct KernelTests {
    static func numbers(_ count: Int, _ random: inout SplitMix64, scale: Float = 1) -> [Float] {
        (0..<count).map { _ in Float.random(in: -scale...scale, using: &random) }
    }

    @Test("the portable kernels are there, and the best ones are the highest available")
    func dispatch() {
        #expect(InstructionSet.available.first == .portable)
        #expect(InstructionSet.available.last?.code == echo_isa_best())
        #expect(InstructionSet.available.last == Kernels.best.instructions)
        for set in InstructionSet.allCases {
            let kernels = Kernels(set)
            #expect((kernels != nil) == InstructionSet.available.contains(set))
            #expect(kernels == nil || kernels?.instructions == set)
        }
        #expect(echo_kernels_for(echo_isa(rawValue: 99)) == nil)
    }

    @Test("depthwise 7x7 is the plain sum", arguments: InstructionSet.available, UInt64(0)..<12)
    func depthwise(set: InstructionSet, seed: UInt64) {
        var random = SplitMix64(seed: seed)
        let (height, width) = (Int.random(in: 1...17, using: &random), Int.random(in: 1...31, using: &random))
        let channels = Int.random(in: 1...37, using: &random)
        let picture = Self.numbers(height * width * channels, &random)
        let weights = Self.numbers(49 * channels, &random)
        let bias = Self.numbers(channels, &random)
        var expected: [Float] = []
        for place in 0..<height * width * channels {
            let (c, x, y) = (place % channels, place / channels % width, place / channels / width)
            var sum = Double(bias[c])
            for tap in 0..<49 {
                let (row, column) = (y + tap / 7 - 3, x + tap % 7 - 3)
                guard (0..<height).contains(row), (0..<width).contains(column) else { continue }
                sum +=
                    Double(picture[(row * width + column) * channels + c])
                    * Double(weights[tap * channels + c])
            }
            expected.append(Float(sum))
        }
        var found = [Float](repeating: .nan, count: expected.count)
        set.kernels.depthwise7(picture, height, width, channels, weights, bias, 0, height, &found)
        // 49 products of size 1: fp32 leaves about 1e-6.
        let offender = Tolerance(absolute: 5e-6, relative: 1e-6).worstOffender(found, expected)
        #expect(offender == nil, "\(height)x\(width)x\(channels)")
        // Some rows of it are those rows.
        let (first, row) = (Int.random(in: 0..<height, using: &random), width * channels)
        let rows = Int.random(in: 1...height - first, using: &random)
        var some = [Float](repeating: .nan, count: rows * row)
        set.kernels.depthwise7(picture, height, width, channels, weights, bias, first, rows, &some)
        #expect(some == Array(found[first * row..<(first + rows) * row]))
    }

    @Test(
        "LayerNorm is the plain one, also far from zero", arguments: InstructionSet.available, UInt64(0)..<12)
    func layerNorm(set: InstructionSet, seed: UInt64) {
        var random = SplitMix64(seed: seed)
        let (rows, channels) = (
            Int.random(in: 1...5, using: &random), Int.random(in: 2...300, using: &random)
        )
        let offset = seed % 2 == 0 ? Float(0) : 50
        let input = Self.numbers(rows * channels, &random).map { $0 + offset }
        let (scale, shift) = (Self.numbers(channels, &random), Self.numbers(channels, &random))
        var expected: [Float] = []
        for row in 0..<rows {
            let values = input[row * channels..<(row + 1) * channels].map(Double.init)
            let mean = values.reduce(0, +) / Double(channels)
            let variance = values.reduce(0) { $0 + ($1 - mean) * ($1 - mean) } / Double(channels)
            for (c, value) in values.enumerated() {
                expected.append(
                    Float(
                        (value - mean) / (variance + 1e-6).squareRoot() * Double(scale[c]) + Double(shift[c]))
                )
            }
        }
        var found = input
        found.withUnsafeMutableBufferPointer {
            if let start = $0.baseAddress {
                set.kernels.layer_norm(start, rows, channels, scale, shift, 1e-6, start)
            }
        }
        // A mean of 50 is known to 4e-6, and the deviation is about 0.6.
        let tolerance = Tolerance(absolute: offset == 0 ? 2e-6 : 2e-5, relative: 2e-6)
        #expect(tolerance.worstOffender(found, expected) == nil, "\(rows) rows of \(channels)")
    }

    @Test("GELU is within 1e-6 of the exact one over -10...10", arguments: InstructionSet.available)
    func gelu(set: InstructionSet) {
        let inputs = (0...200_000).map { Float($0) / 10_000 - 10 }
        var found = inputs
        let zeros = [Float](repeating: 0, count: inputs.count)
        set.kernels.bias_gelu(&found, 1, inputs.count, zeros)
        var worst = 0.0
        for (x, y) in zip(inputs, found) {
            worst = max(worst, abs(Double(y) - Double(x) * 0.5 * erfc(-Double(x) / 2.0.squareRoot())))
        }
        print("GELU \(set.rawValue): max |Δ| \(worst)")
        #expect(worst <= 1e-6)
    }

    @Test(
        "GELU is 0, the number itself or NaN at the ends, and takes the bias first",
        arguments: InstructionSet.available)
    func geluEnds(set: InstructionSet) {
        var values: [Float] = [-1e30, 1e30, .infinity, .nan, 0, -100, 100, 2, 3]
        let bias: [Float] = [0, 0, 0, 0, 0, 0, 0, 1, -3]
        set.kernels.bias_gelu(&values, 1, values.count, bias)
        #expect(abs(values[0]) < 1e-8 && abs(values[5]) < 1e-8)
        #expect(values[1] == 1e30 && values[2] == .infinity && values[3].isNaN && values[4] == 0)
        #expect(values[6] == 100)
        #expect(abs(values[7] - 2.995_950_3) < 1e-6 && values[8] == 0)
    }

    @Test("the bias is added in place, row by row", arguments: InstructionSet.available, UInt64(0)..<6)
    func bias(set: InstructionSet, seed: UInt64) {
        var random = SplitMix64(seed: seed)
        let (rows, columns) = (Int.random(in: 1...5, using: &random), Int.random(in: 1...70, using: &random))
        let stream = Self.numbers(rows * columns, &random)
        let bias = Self.numbers(columns, &random)
        var biased = stream
        set.kernels.add_bias(&biased, rows, columns, bias)
        let expected = stream.indices.map { stream[$0] + bias[$0 % columns] }
        #expect(Tolerance(absolute: 3e-7, relative: 1e-7).worstOffender(biased, expected) == nil)
    }

    @Test(
        "the steps of a product alone give a rate that a processor can have",
        arguments: PackedLinearTests.kernels)
    func peak(kernels: Kernels) {
        for format in NumberFormat.allCases {
            let peak = kernels.peak(format, seconds: 0.02)
            #expect(peak > 1e8 && peak < 1e13, "\(kernels.instructions) \(format): \(peak)")
        }
    }
}
