import EchoCore
import EchoTensor
import EchoTesting
import Testing

@Suite("The vector scan") struct VectorScanTests {
    private func random(_ count: Int, seed: UInt64) -> [Float] {
        var random = SplitMix64(seed: seed)
        return (0..<count).map { _ in Float.random(in: -1...1, using: &random) }
    }

    @Test(
        "is the dot product, to the last bit the same by every kernel",
        arguments: [1, 2, 15, 16, 17, 63, 64, 65, 77, 128, 512, 513, 768])
    func kernelsAgree(dimension: Int) {
        let rows = random(40 * dimension, seed: UInt64(dimension))
        let query = random(dimension, seed: 1)
        let scores = VectorScan.dots(rows: rows.span, query: query.span)
        for kernel in VectorScan.Kernel.allCases {
            let other = VectorScan.dots(rows: rows.span, query: query.span, kernel: kernel)
            #expect(other.map(\.bitPattern) == scores.map(\.bitPattern))
        }
        for row in 0..<40 {
            var exact = 0.0
            for axis in 0..<dimension { exact += Double(rows[row * dimension + axis]) * Double(query[axis]) }
            #expect(abs(Double(scores[row]) - exact) <= 1e-6 * Double(dimension).squareRoot())
        }
    }

    @Test(
        "gives a row the same score wherever it stands and whoever stands beside it",
        arguments: UInt64(0)..<50)
    func isIndependentOfPlace(seed: UInt64) {
        let dimension = 1 + Int(seed * 13)
        let rows = random(30 * dimension, seed: seed)
        let query = random(dimension, seed: seed + 100)
        let scores = VectorScan.dots(rows: rows.span, query: query.span)
        var shuffling = SplitMix64(seed: seed)
        let places = (0..<30).map { Int32($0) }.shuffled(using: &shuffling).prefix(11)
        let some = VectorScan.dots(rows: rows.span, at: Array(places), query: query.span)
        #expect(some == places.map { scores[Int($0)] })
        for place in 0..<30 {
            let alone = Array(rows[(place * dimension)..<((place + 1) * dimension)])
            #expect(VectorScan.dots(rows: alone.span, query: query.span) == [scores[place]])
        }
    }
}
