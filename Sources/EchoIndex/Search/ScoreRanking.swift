/// Orders scores: highest first, equal ones by place.
struct ScoreRanking {
    /// An entry of a page.
    struct Entry {
        /// From 1.
        let rank: Int
        /// Index into the scores.
        let index: Int
        /// The score there.
        let score: Float
        /// The share of all scores below it, ties counting half; percent.
        let percentile: Double
    }

    /// The entries of one page.
    ///
    /// - Complexity: O(count · log(page end)) for a page near the top, O(count · log count) for a deep one.
    static func page(_ page: Page, of scores: [Float]) -> [Entry] {
        let end = min(
            scores.count,
            page.offset.addingReportingOverflow(page.limit).overflow
                ? .max : page.offset + page.limit)
        guard page.offset < end else { return [] }
        let keys = best(end, of: scores)
        let last = scores[place(keys[end - 1])]
        let equalToLast = scores.count { $0 == last }
        var entries: [Entry] = []
        var start = 0
        while start < end {
            let score = scores[place(keys[start])]
            var stop = start
            while stop < end, scores[place(keys[stop])] == score { stop += 1 }
            let equal = score == last ? equalToLast : stop - start
            let below = Double(scores.count - start - equal) + Double(equal) / 2
            for rank in max(start, page.offset)..<max(stop, page.offset) {
                entries.append(
                    Entry(
                        rank: rank + 1, index: place(keys[rank]), score: score,
                        percentile: 100 * below / Double(scores.count)))
            }
            start = stop
        }
        return entries
    }

    /// The smallest `count` keys, ascending.
    private static func best(_ count: Int, of scores: [Float]) -> [UInt64] {
        if count > scores.count / 8 {
            return Array(scores.indices.map { key(scores[$0], $0) }.sorted().prefix(count))
        }
        var heap = TopHeap(capacity: count)
        for place in scores.indices { heap.offer(key(scores[place], place)) }
        return heap.ascending
    }

    /// A number that ascends as the rank does: the score's bits, turned around, then the place.
    private static func key(_ score: Float, _ place: Int) -> UInt64 {
        let bits = (score + 0).bitPattern
        let ascending = bits & 0x8000_0000 == 0 ? bits | 0x8000_0000 : ~bits
        return UInt64(~ascending) << 32 | UInt64(place)
    }

    private static func place(_ key: UInt64) -> Int { Int(key & 0xFFFF_FFFF) }
}
