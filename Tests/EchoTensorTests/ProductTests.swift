import CEchoKernels
import EchoTensor
import EchoTesting
import Foundation
import Testing

@Suite("Products") struct ProductTests {
    static func buffer(_ values: [Float]) -> FloatBuffer {
        let buffer = FloatBuffer(count: values.count)
        buffer.fill(from: values)
        return buffer
    }

    @Test("a linear layer is PyTorch's, from any first row", arguments: UInt64(0)..<16)
    func linear(seed: UInt64) {
        var random = SplitMix64(seed: seed)
        // Both sides of the number of rows where OpenBLAS takes over.
        let (rows, inputs) = (
            Int.random(in: 1...130, using: &random), Int.random(in: 1...130, using: &random)
        )
        let (outputs, first) = (Int.random(in: 1...70, using: &random), Int.random(in: 0...3, using: &random))
        let input = KernelTests.numbers((first + rows) * inputs, &random)
        let weights = KernelTests.numbers(outputs * inputs, &random)
        let expected = (0..<rows * outputs).map { place in
            let (row, output) = (first + place / outputs, place % outputs)
            return Float(
                (0..<inputs).reduce(0.0) {
                    $0 + Double(input[row * inputs + $1]) * Double(weights[output * inputs + $1])
                })
        }
        let output = FloatBuffer(count: rows * outputs)
        Kernels.best.linear(
            Self.buffer(input), firstRow: first, rows: rows,
            weights: FloatTensor(shape: [outputs, inputs], values: weights), into: output)
        // 130 products of size 1/4.
        let offender = Tolerance(absolute: 5e-6, relative: 1e-6)
            .worstOffender(output.prefix(rows * outputs), expected)
        #expect(offender == nil)
    }

    @Test("a row's products have the same bits alone and among others", arguments: InstructionSet.available)
    func linearAlone(set: InstructionSet) {
        var random = SplitMix64(seed: 3)
        for _ in 0..<20 {
            let (rows, inputs) = (
                Int.random(in: 1...12, using: &random), Int.random(in: 1...90, using: &random)
            )
            let outputs = Int.random(in: 1...11, using: &random)
            let input = KernelTests.numbers(rows * inputs, &random)
            let weights = KernelTests.numbers(outputs * inputs, &random)
            var together = [Float](repeating: .nan, count: rows * outputs)
            set.kernels.linear_few(input, rows, inputs, weights, outputs, &together)
            for row in 0..<rows {
                var alone = [Float](repeating: .nan, count: outputs)
                set.kernels.linear_few(
                    Array(input[row * inputs..<(row + 1) * inputs]), 1, inputs, weights, outputs, &alone)
                #expect(alone == Array(together[row * outputs..<(row + 1) * outputs]))
            }
            let expected = (0..<rows * outputs).map { place in
                Float(
                    (0..<inputs).reduce(0.0) {
                        $0 + Double(input[place / outputs * inputs + $1])
                            * Double(weights[place % outputs * inputs + $1])
                    })
            }
            // 90 products of size 1/4.
            #expect(Tolerance(absolute: 5e-6, relative: 1e-6).worstOffender(together, expected) == nil)
        }
    }

    @Test("causal attention is softmax(q k / √d) v, head by head", arguments: UInt64(0)..<12)
    func attention(seed: UInt64) {
        var random = SplitMix64(seed: seed)
        let (tokens, heads) = (Int.random(in: 1...30, using: &random), Int.random(in: 1...4, using: &random))
        let size = Int.random(in: 1...20, using: &random)
        let width = heads * size
        let qkv = KernelTests.numbers(tokens * 3 * width, &random, scale: 2)
        var expected = [Float](repeating: 0, count: tokens * width)
        for (token, head) in (0..<tokens).flatMap({ token in (0..<heads).map { (token, $0) } }) {
            func at(_ row: Int, _ part: Int, _ channel: Int) -> Double {
                Double(qkv[row * 3 * width + part * width + head * size + channel])
            }
            let powers = (0...token).map { other in
                exp(
                    (0..<size).reduce(0) { $0 + at(token, 0, $1) * at(other, 1, $1) }
                        / Double(size).squareRoot())
            }
            for channel in 0..<size {
                let sum = powers.enumerated().reduce(0) { $0 + $1.element * at($1.offset, 2, channel) }
                expected[token * width + head * size + channel] = Float(sum / powers.reduce(0, +))
            }
        }
        let output = FloatBuffer(count: tokens * width)
        Kernels.best.causalAttention(
            qkv: Self.buffer(qkv), tokens: tokens, width: width, heads: heads,
            scores: FloatBuffer(count: tokens * tokens), into: output)
        let offender = Tolerance(absolute: 1e-5, relative: 1e-5)
            .worstOffender(output.prefix(tokens * width), expected)
        #expect(offender == nil)
    }

    @Test("the mean over pixels is taken channel by channel")
    func meanRows() {
        let output = FloatBuffer(count: 2)
        Kernels.best.meanRows(Self.buffer([1, 10, 2, 20, 6, 60]), rows: 3, columns: 2, into: output)
        #expect(output.prefix(2) == [3, 30])
    }

    @Test("OpenBLAS uses as many threads as it was told")
    func threads() {
        BLASThreads.set(1)
        #expect(BLASThreads.count == 1)
    }
}
