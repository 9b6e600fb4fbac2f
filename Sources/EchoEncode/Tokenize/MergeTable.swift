/// CLIP's byte-level merges as numbers: which two symbols join, in which order, into which id.
///
/// Ids are 256 bytes, 256 bytes at a word's end, one for each merge in file order, start, end.
package struct MergeTable: Sendable, Equatable {
    /// Published size: 49,152 − 256 − 2 merges, of the 262,144 lines in open_clip's file.
    static let publishedMerges = 48_894
    /// More merges than any vocabulary of this kind has.
    static let limit = 1 << 20

    /// The symbols' text forms by id, start and end not among them.
    let symbols: [String]
    private let merged: [UInt64: Int32]

    /// How many merges there are.
    package var count: Int { symbols.count - 512 }
    /// The start token's id.
    package var start: Int32 { Int32(symbols.count) }
    /// The end token's id, the highest.
    package var end: Int32 { start + 1 }

    /// Numbers the merges of a file.
    ///
    /// - Parameter pairs: text forms, as `("in", "g</w>")`, with the line each stands on.
    /// - Throws: ``TokenizeError/malformedLine(file:line:found:expected:)`` where a part is no earlier symbol,
    ///   or the pair makes a symbol that is there already.
    init(
        _ pairs: [(line: Int, left: Substring, right: Substring)], from file: VocabularyFile
    ) throws(TokenizeError) {
        guard !pairs.isEmpty else { throw .emptyVocabulary(file: file) }
        guard pairs.count <= MergeTable.limit else { throw .tooLarge(file: file, limit: MergeTable.limit) }
        var symbols = ByteAlphabet.symbols
        var ids = [Substring: Int32](minimumCapacity: symbols.count + pairs.count)
        for (id, symbol) in symbols.enumerated() { ids[symbol[...]] = Int32(id) }
        var merged = [UInt64: Int32](minimumCapacity: pairs.count)
        for pair in pairs {
            guard let left = ids[pair.left], let right = ids[pair.right] else {
                throw .malformedLine(
                    file: file, line: pair.line, found: "a symbol that no earlier line makes",
                    expected: "two known symbols")
            }
            let symbol = String(pair.left + pair.right)
            let id = Int32(symbols.count)
            guard ids.updateValue(id, forKey: symbol[...]) == nil else {
                throw .malformedLine(
                    file: file, line: pair.line, found: "a symbol that is there already",
                    expected: "a new one")
            }
            merged[MergeTable.key(left, right)] = id
            symbols.append(symbol)
        }
        self.symbols = symbols
        self.merged = merged
    }

    /// What two neighbors join into; a lower id was merged earlier and goes first.
    func join(_ left: Int32, _ right: Int32) -> Int32? { merged[MergeTable.key(left, right)] }

    private static func key(_ left: Int32, _ right: Int32) -> UInt64 {
        UInt64(UInt32(bitPattern: left)) << 32 | UInt64(UInt32(bitPattern: right))
    }
}
