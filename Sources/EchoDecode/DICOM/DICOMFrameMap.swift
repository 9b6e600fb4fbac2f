/// Which fragments make up each frame of encapsulated pixel data whose frames stand alone.
struct DICOMFrameMap {
    /// One frame's byte ranges, in order.
    let frames: [[Range<Int>]]

    /// Groups fragments by the extended offset table, else the basic one, else by what the fragments hold.
    ///
    /// - Parameters:
    ///   - declared: NumberOfFrames.
    ///   - offsets: tables to try in order; each value counts from the first fragment's tag.
    /// - Throws: ``DecodeError/truncated(held:declared:)`` where there are fewer frames than declared. More
    ///   than declared are kept: the data is what the file holds.
    init(
        _ fragments: [DICOMLayout.Fragment], declared: Int, offsets tables: [[Int]],
        startsFrame: (Range<Int>) -> Bool
    ) throws(DecodeError) {
        let whole = tables.lazy.compactMap { Self.grouped(fragments, by: $0, declared: declared) }.first
        let found = whole ?? Self.walked(fragments, declared: declared, startsFrame: startsFrame)
        guard !found.isEmpty else { throw .truncated(held: 0, declared: max(declared, 1)) }
        guard found.count >= declared else { throw .truncated(held: found.count, declared: declared) }
        frames = found
    }

    /// Groups by an offset table; `nil` unless it names ascending fragments, one a declared frame.
    private static func grouped(
        _ fragments: [DICOMLayout.Fragment], by table: [Int], declared: Int
    ) -> [[Range<Int>]]? {
        guard table.count == declared, let origin = fragments.first?.tag, table.first == 0 else { return nil }
        var groups: [[Range<Int>]] = []
        var next = 0
        for fragment in fragments {
            if next < table.count, fragment.tag - origin == table[next] {
                groups.append([])
                next += 1
            }
            groups[groups.count - 1].append(fragment.bytes)
        }
        return next == table.count ? groups : nil
    }

    /// Groups by what the fragments hold: one each where the numbers agree, else by where a stream starts.
    private static func walked(
        _ fragments: [DICOMLayout.Fragment], declared: Int, startsFrame: (Range<Int>) -> Bool
    ) -> [[Range<Int>]] {
        if fragments.count == declared { return fragments.map { [$0.bytes] } }
        var groups: [[Range<Int>]] = []
        for fragment in fragments {
            if groups.isEmpty || startsFrame(fragment.bytes) {
                groups.append([fragment.bytes])
            } else {
                groups[groups.count - 1].append(fragment.bytes)
            }
        }
        return groups
    }
}
