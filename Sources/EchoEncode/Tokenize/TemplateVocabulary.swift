/// EchoCLIP-R's phrases as the user's `template_vocab.txt` lists them, and the two optional lists beside it.
package struct TemplateVocabulary: Sendable {
    /// Most phrases, and most characters in one, that a file may have; the published one has 770.
    static let phraseLimit = 1 << 16
    static let lengthLimit = 2_000

    let phrases: PhraseTrie
    let count: Int
    let phrasesWithoutPeriod: [String]
    let replacements: [(found: [Unicode.Scalar], other: [Unicode.Scalar])]

    /// Reads the lists; phrases keep their final space, which belongs to them.
    ///
    /// - Returns: `nil` where the folder has no `template_vocab.txt`.
    package static func load(_ folder: VocabularyFolder) throws(TokenizeError) -> TemplateVocabulary? {
        guard folder.holds(.templates) else { return nil }
        return try TemplateVocabulary(folder)
    }

    private init(_ folder: VocabularyFolder) throws(TokenizeError) {
        let lines = try folder.lines(of: .templates)
        guard !lines.isEmpty else { throw .emptyVocabulary(file: .templates) }
        guard lines.count <= TemplateVocabulary.phraseLimit else {
            throw .tooLarge(file: .templates, limit: TemplateVocabulary.phraseLimit)
        }
        var phrases = PhraseTrie()
        for line in lines {
            let phrase = TemplateVocabulary.phrase(line.text)
            guard 1...TemplateVocabulary.lengthLimit ~= phrase.count else {
                throw .malformedLine(
                    file: .templates, line: line.number, found: "\(phrase.count) characters",
                    expected: "1 to \(TemplateVocabulary.lengthLimit)")
            }
            guard phrases.insert(phrase, id: Int32(line.number) + TemplateTokenizer.firstPhrase - 1) else {
                throw .malformedLine(
                    file: .templates, line: line.number, found: "a phrase of an earlier line",
                    expected: "each phrase once")
            }
        }
        self.phrases = phrases
        count = lines.count
        phrasesWithoutPeriod =
            folder.holds(.phrasesWithoutPeriod) ? try folder.lines(of: .phrasesWithoutPeriod).map(\.text) : []
        replacements = try TemplateVocabulary.replacements(folder)
    }

    private static func replacements(
        _ folder: VocabularyFolder
    ) throws(TokenizeError) -> [(found: [Unicode.Scalar], other: [Unicode.Scalar])] {
        guard folder.holds(.templateReplacements) else { return [] }
        var replacements: [(found: [Unicode.Scalar], other: [Unicode.Scalar])] = []
        for line in try folder.lines(of: .templateReplacements) {
            let parts = line.text.split(separator: "\t", omittingEmptySubsequences: false).map(String.init)
            guard parts.count == 2, !parts[0].isEmpty else {
                throw .malformedLine(
                    file: .templateReplacements, line: line.number, found: "\(parts.count) part(s)",
                    expected: "a text, a tab and its replacement")
            }
            replacements.append((phrase(parts[0]), phrase(parts[1])))
        }
        return replacements
    }

    private static func phrase(_ text: String) -> [Unicode.Scalar] {
        [Unicode.Scalar](text).replacing(
            [Unicode.Scalar](TemplateValues.spelling), with: [TemplateValues.placeholder])
    }
}
