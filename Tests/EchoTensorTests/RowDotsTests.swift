import CEchoKernels
import EchoCore
import EchoTensor
import EchoTesting
import Testing

/// The kernel under a linear layer of few rows: dot products of one row with many.
@Suite("Row dots") struct RowDotsTests {
    static func scores(_ query: [Float], _ rows: [Float], count: Int) -> [Float] {
        var scores = [Float](repeating: .nan, count: count)
        echo_kernels_best().pointee.scan_dots(query, rows, count, query.count, &scores)
        return scores
    }

    @Test("are dot products", arguments: UInt64(0)..<40)
    func dots(seed: UInt64) {
        var random = SplitMix64(seed: seed)
        let dimension = seed == 0 ? 512 : Int.random(in: 1...700, using: &random)
        let count = Int.random(in: 1...9, using: &random)
        let query = KernelTests.numbers(dimension, &random)
        let rows = KernelTests.numbers(dimension * count, &random)
        let expected = (0..<count).map { row in
            Float((0..<dimension).reduce(0.0) { $0 + Double(query[$1]) * Double(rows[row * dimension + $1]) })
        }
        let found = Self.scores(query, rows, count: count)
        // 700 products of size 1/4 in 32 sums: fp32 leaves some 1e-6.
        #expect(Tolerance(absolute: 1e-5, relative: 1e-6).worstOffender(found, expected) == nil)
    }

    @Test(
        "have the same bits on every instruction set, by the documented order", arguments: UInt64(0)..<40)
    func sameEverywhere(seed: UInt64) {
        var random = SplitMix64(seed: seed)
        let dimension = seed == 0 ? 512 : Int.random(in: 1...700, using: &random)
        let query = KernelTests.numbers(dimension, &random)
        let row = KernelTests.numbers(dimension, &random)
        var lanes = [Float](repeating: 0, count: 32)
        for place in 0..<dimension { lanes[place % 32] += query[place] * row[place] }
        while lanes.count > 1 {
            lanes = (0..<lanes.count / 2).map { lanes[$0] + lanes[$0 + lanes.count / 2] }
        }
        for set in InstructionSet.available {
            var found: Float = .nan
            set.kernels.scan_dots(query, row, 1, dimension, &found)
            #expect(found.bitPattern == lanes[0].bitPattern, "\(set.rawValue), \(dimension) values")
        }
    }

    @Test("of a row have the same bits wherever it lies, however many there are", arguments: UInt64(0)..<20)
    func samePlace(seed: UInt64) {
        var random = SplitMix64(seed: seed)
        let dimension = Int.random(in: 1...600, using: &random)
        let query = KernelTests.numbers(dimension, &random)
        let row = KernelTests.numbers(dimension, &random)
        let alone = Self.scores(query, row, count: 1)[0]
        let count = Int.random(in: 2...13, using: &random)
        var rows = KernelTests.numbers(dimension * count, &random)
        let place = Int.random(in: 0..<count, using: &random)
        rows.replaceSubrange(place * dimension..<(place + 1) * dimension, with: row)
        #expect(Self.scores(query, rows, count: count)[place].bitPattern == alone.bitPattern)
    }
}
