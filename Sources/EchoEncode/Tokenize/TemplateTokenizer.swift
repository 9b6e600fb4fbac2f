/// EchoCLIP-R's tokenizer: whole template phrases, each followed by its numbers and grades.
///
/// A report is cleaned (``ReportCleaner``), its values are taken out (``TemplateValues``), the phrases of
/// `template_vocab.txt` are found in what is left, and everything else is dropped without a trace in the ids.
/// ``TokenizedText/coverage`` tells how much that was. Two lists that the published code holds as constants
/// are files here, read where the user's folder has them: ``VocabularyFile/phrasesWithoutPeriod`` and
/// ``VocabularyFile/templateReplacements``; without them such phrases count as dropped.
///
/// - Ids: 5 … phrases in file order; then 132 for values (from the first on: unknown, 4 unused, `0`…`100`, `‡`,
///   grades, `.0`…`.9`, `00`…`09`); start; end. With the published 770 phrases: values from 775, 907, 908.
/// - Source: echonet/echo_CLIP's `template_tokenizer.py`, by its description; golden cases agree.
public struct TemplateTokenizer: Sendable {
    /// Longest report taken, in characters.
    public static let characterLimit = 1 << 20

    /// Ids below this are the special tokens of the published tokenizer file and never come out.
    static let firstPhrase: Int32 = 5
    private static let separator: Unicode.Scalar = "\u{2021}"
    private static let grades = ["MILD", "MODERATE", "SEVERE", "MILD/MODERATE", "MODERATE/SEVERE"]
    private static let valueWords =
        (0...100).map(String.init) + [String(separator)] + grades + (0...9).map { ".\($0)" }
        + (0...9).map { "0\($0)" }

    /// Tokens in the window, start and end included; 77 for EchoCLIP-R.
    public let contextLength: Int
    private let vocabulary: TemplateVocabulary
    private let cleaner: ReportCleaner
    private let valueTrie: PhraseTrie

    /// The id of a value's part that is no known word.
    private var unknownValue: Int32 { TemplateTokenizer.firstPhrase + Int32(vocabulary.count) }
    /// First id of every text; 907 for EchoCLIP-R.
    public var startToken: Int32 {
        unknownValue + TemplateTokenizer.firstPhrase + Int32(TemplateTokenizer.valueWords.count)
    }
    /// Last id of every text, the highest of all; 908 for EchoCLIP-R.
    public var endToken: Int32 { startToken + 1 }
    /// One more than the highest id.
    public var vocabularySize: Int { Int(endToken) + 1 }

    /// Takes a vocabulary.
    ///
    /// - Throws: ``TokenizeError/contextTooShort(found:)`` below 2.
    package init(_ vocabulary: TemplateVocabulary, contextLength: Int) throws(TokenizeError) {
        guard contextLength >= 2 else { throw .contextTooShort(found: contextLength) }
        self.contextLength = contextLength
        self.vocabulary = vocabulary
        cleaner = ReportCleaner(phrasesWithoutPeriod: vocabulary.phrasesWithoutPeriod)
        var trie = PhraseTrie()
        let first = 2 * TemplateTokenizer.firstPhrase + Int32(vocabulary.count)
        for (place, word) in TemplateTokenizer.valueWords.enumerated() {
            _ = trie.insert([Unicode.Scalar](word), id: first + Int32(place))
        }
        valueTrie = trie
    }

    /// Puts a report into tokens; what does not fit the context is counted.
    ///
    /// - Throws: ``TokenizeError/nothingRecognized(characters:)`` where no phrase occurs, as the ids would be
    ///   those of every other such text; ``TokenizeError/textTooLong(characters:limit:)``.
    public func tokenize(_ text: String) throws(TokenizeError) -> TokenizedText {
        let length = text.unicodeScalars.count
        guard length <= TemplateTokenizer.characterLimit else {
            throw .textTooLong(characters: length, limit: TemplateTokenizer.characterLimit)
        }
        let report = reading(text)
        let matches = vocabulary.phrases.matches(in: report.values.text)
        guard !matches.isEmpty else { throw .nothingRecognized(characters: length) }
        var content: [Int32] = []
        var tally = TemplateTally(report.values, characters: report.cleaned.count)
        for match in matches {
            content.append(match.id)
            appendIDs(of: tally.take(match.range), to: &content)
        }
        return TokenizedText(
            start: startToken, content: content, end: endToken, contextLength: contextLength,
            coverage: tally.finished())
    }

    /// The cleaned report, and the same with its values taken out.
    func reading(_ text: String) -> (cleaned: [Unicode.Scalar], values: TemplateValues) {
        let cleaned = cleaner.cleaned(text)
        var values = TemplateValues(cleaned)
        values.apply(vocabulary.replacements)
        return (cleaned, values)
    }

    /// What a report becomes before its phrases are looked up, in the spelling of the template file.
    package func spelled(_ text: String) -> (cleaned: String, values: [String], template: String) {
        let (cleaned, values) = reading(text)
        let template = values.text.replacing(
            [TemplateValues.placeholder], with: [Unicode.Scalar](TemplateValues.spelling))
        return (cleaned.string, values.values.map(\.string), template.string)
    }

    /// Values joined by `‡`, in words of the value vocabulary; a stretch between them is one unknown.
    private func appendIDs(of values: ArraySlice<[Unicode.Scalar]>, to ids: inout [Int32]) {
        let joined = Array(values.joined(separator: CollectionOfOne(TemplateTokenizer.separator)))
        var end = 0
        for match in valueTrie.matches(in: joined) {
            if match.range.lowerBound > end { ids.append(unknownValue) }
            ids.append(match.id)
            end = match.range.upperBound
        }
        if end < joined.count { ids.append(unknownValue) }
    }
}
