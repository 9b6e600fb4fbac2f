import CEchoKernels
import EchoCore
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

    @Test(
        "causal attention is softmax(q k / √d) v, head by head, text by text",
        arguments: PackedLinearTests.kernels,
        UInt64(0)..<12)
    func attention(kernels: Kernels, seed: UInt64) {
        var random = SplitMix64(seed: seed)
        let (heads, size) = (Int.random(in: 1...4, using: &random), Int.random(in: 1...40, using: &random))
        let width = heads * size
        let lengths = (0..<Int.random(in: 1...3, using: &random)).map { _ in
            Int.random(in: 1...30, using: &random)
        }
        let rows = lengths.reduce(0, +)
        // Scores of up to some hundreds, too.
        let scale: Float = seed % 3 == 0 ? 20 : 2
        let all = KernelTests.numbers(rows * 3 * width, &random, scale: scale)
        let output = ActivationTests.room(width, rows)
        kernels.causalAttention(
            qkv: Self.buffer(all), lengths: lengths, heads: heads,
            scores: FloatBuffer(count: lengths.max() ?? 0), into: output)
        var first = 0
        for (text, tokens) in lengths.enumerated() {
            let found = (first..<first + tokens).flatMap { output.values(row: $0) }
            let expected = Self.attention(
                Array(all[first * 3 * width..<(first + tokens) * 3 * width]), tokens: tokens, heads: heads,
                width: width)
            first += tokens
            // A score's exponent is rounded to fp32: some 1e-5 of it at several hundred.
            let tolerance = Tolerance(absolute: Double(scale) * (scale > 2 ? 5e-5 : 5e-6), relative: 1e-5)
            #expect(tolerance.worstOffender(found, expected) == nil, "text \(text)")
        }
    }

    private static func attention(_ qkv: [Float], tokens: Int, heads: Int, width: Int) -> [Float] {
        let size = width / heads
        var expected = [Float](repeating: 0, count: tokens * width)
        for (token, head) in (0..<tokens).flatMap({ token in (0..<heads).map { (token, $0) } }) {
            func at(_ row: Int, _ part: Int, _ channel: Int) -> Double {
                Double(qkv[row * 3 * width + part * width + head * size + channel])
            }
            let scores = (0...token).map { other in
                (0..<size).reduce(0) { $0 + at(token, 0, $1) * at(other, 1, $1) } / Double(size).squareRoot()
            }
            let powers = scores.map { exp($0 - (scores.max() ?? 0)) }
            for channel in 0..<size {
                let sum = powers.enumerated().reduce(0) { $0 + $1.element * at($1.offset, 2, channel) }
                expected[token * width + head * size + channel] = Float(sum / powers.reduce(0, +))
            }
        }
        return expected
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
