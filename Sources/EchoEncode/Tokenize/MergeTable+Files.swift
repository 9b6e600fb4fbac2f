internal import Foundation

extension MergeTable {
    /// The first of open_clip's archive, `tokenizer.json` and `merges.txt` that a folder holds.
    ///
    /// All three give the same ids; `vocab.json`, where it is there, must agree with `merges.txt`.
    ///
    /// - Returns: `nil` where none of them is there.
    package static func load(_ folder: VocabularyFolder) throws(TokenizeError) -> MergeTable? {
        if folder.holds(.mergeArchive) { return try archive(folder) }
        if folder.holds(.tokenizer) { return try tokenizer(folder) }
        guard folder.holds(.merges) else { return nil }
        var lines = try folder.lines(of: .merges)[...]
        if lines.first?.text.hasPrefix("#version") == true { lines = lines.dropFirst() }
        let table = try MergeTable(pairs(lines, of: .merges), from: .merges)
        if folder.holds(.vocabulary) {
            let ids = try decode([String: Int].self, folder, .vocabulary, "an object of symbols and ids")
            try table.check(ids, of: .vocabulary)
        }
        return table
    }

    /// Line 1 is a heading; the next 48,894 lines count, the rest is of a larger vocabulary.
    private static func archive(_ folder: VocabularyFolder) throws(TokenizeError) -> MergeTable {
        let file = VocabularyFile.mergeArchive
        let archive = try folder.bytes(of: file)
        let content = try GzipStream(for: file).unpack(
            archive, of: file, limit: VocabularyFolder.byteLimit)
        let lines = try VocabularyFolder.lines(of: content, file: file, count: publishedMerges + 1)
        return try MergeTable(pairs(lines.dropFirst(), of: file), from: file)
    }

    private static func tokenizer(_ folder: VocabularyFolder) throws(TokenizeError) -> MergeTable {
        let file = VocabularyFile.tokenizer
        let model = try decode(
            TokenizerDocument.self, folder, file, "a BPE model with its merges and its vocabulary"
        ).model
        guard model.type ?? "BPE" == "BPE",
            model.endOfWord ?? ByteAlphabet.endOfWord == ByteAlphabet.endOfWord
        else { throw .malformedJSON(file: file, expected: "a BPE model whose words end in </w>") }
        var numbered: [(line: Int, left: Substring, right: Substring)] = []
        for (place, merge) in model.merges.enumerated() {
            numbered.append(try pair(merge.parts, file, line: place + 1))
        }
        let table = try MergeTable(numbered, from: file)
        try table.check(model.vocab, of: file)
        return table
    }

    private static func pairs(
        _ lines: ArraySlice<VocabularyLine>, of file: VocabularyFile
    ) throws(TokenizeError) -> [(line: Int, left: Substring, right: Substring)] {
        var pairs: [(line: Int, left: Substring, right: Substring)] = []
        pairs.reserveCapacity(lines.count)
        for line in lines {
            pairs.append(try pair(line.text.split(separator: " "), file, line: line.number))
        }
        return pairs
    }

    private static func pair(
        _ parts: [Substring], _ file: VocabularyFile, line: Int
    ) throws(TokenizeError) -> (line: Int, left: Substring, right: Substring) {
        guard parts.count == 2 else {
            throw .malformedLine(file: file, line: line, found: "\(parts.count) symbols", expected: "2")
        }
        return (line, parts[0], parts[1])
    }

    private static func decode<Document: Decodable>(
        _ type: Document.Type, _ folder: VocabularyFolder, _ file: VocabularyFile, _ expected: String
    ) throws(TokenizeError) -> Document {
        let data = Data(try folder.bytes(of: file))
        guard let document = try? JSONDecoder().decode(type, from: data) else {
            throw .malformedJSON(file: file, expected: expected)
        }
        return document
    }

    /// Compares a file's own numbering with the one that the merges give.
    private func check(_ ids: [String: Int], of file: VocabularyFile) throws(TokenizeError) {
        guard ids.count == symbols.count + 2 else {
            throw .inconsistent(
                file: file, found: "\(ids.count) symbols",
                expected: "512 for bytes, \(count) for merges and 2 special ones")
        }
        for (id, symbol) in symbols.enumerated() where ids[symbol] != id {
            throw .inconsistent(
                file: file, found: ids[symbol].map { "id \($0)" } ?? "no id",
                expected: "id \(id) for the symbol of that place")
        }
        guard Set(ids.values).isSuperset(of: [Int(start), Int(end)]) else {
            throw .inconsistent(
                file: file, found: "other ids for the special tokens", expected: "\(start) and \(end)")
        }
    }
}
