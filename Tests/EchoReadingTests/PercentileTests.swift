import EchoCore
internal import EchoReading
internal import EchoTesting
import Testing

@Suite("Percentile and ranking") struct PercentileTests {
    @Test("is the share of lower scores, ties counted half")
    func countsTiesHalf() {
        let archive = Percentile(archive: [0.3, 0.1, 0.2, 0.2])
        #expect(archive.of(0.1) == 12.5)
        #expect(archive.of(0.2) == 50)
        #expect(archive.of(0.3) == 87.5)
        #expect(archive.of(0) == 0)
        #expect(archive.of(1) == 100)
        #expect(Percentile(archive: []).of(0.5) == nil)
        #expect(Percentile(archive: [0.5, 0.5, 0.5]).of(0.5) == 50)
    }

    @Test("equals a plain count", arguments: UInt64(0)..<50)
    func equalsPlainCount(seed: UInt64) {
        var random = SplitMix64(seed: seed)
        let scores = (0..<Int.random(in: 1...60, using: &random)).map { _ in
            Float(Int.random(in: -5...5, using: &random)) / 8
        }
        let archive = Percentile(archive: scores)
        for score in scores {
            let lower = Double(scores.count { $0 < score })
            let equal = Double(scores.count { $0 == score })
            #expect(archive.of(score) == 100 * (lower + equal / 2) / Double(scores.count))
        }
    }

    @Test("a ranking does not depend on the input's order", arguments: UInt64(0)..<50)
    func rankingIsStable(seed: UInt64) {
        var random = SplitMix64(seed: seed)
        let items = (0..<30).map { (id: $0, score: Float(Int.random(in: 0...4, using: &random))) }
        let once = Ranking(items, by: \.score, id: \.id).items.map(\.id)
        let again = Ranking(items.shuffled(using: &random), by: \.score, id: \.id).items.map(\.id)
        #expect(once == again)
        for (first, second) in zip(once, once.dropFirst()) {
            let ordered = (items[first].score, -first) > (items[second].score, -second)
            #expect(ordered)
        }
    }
}
