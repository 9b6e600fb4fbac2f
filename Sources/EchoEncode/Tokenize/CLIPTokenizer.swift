/// CLIP's byte-level BPE: open_clip's `SimpleTokenizer`, id for id.
///
/// A text is cleaned as ``CleanText`` says, split into words, and each word's bytes are merged.
///
/// - Source: openai/CLIP and mlfoundations/open_clip v3.3.0, `tokenizer.py`; 2,018 golden strings agree.
public struct CLIPTokenizer: Sendable {
    /// Longest text taken, in characters.
    public static let characterLimit = 1 << 20

    /// Tokens in the window, start and end included; 77 for CLIP.
    public let contextLength: Int
    let table: MergeTable
    private let counts: TokenCounts?

    /// Rows of the token table: 512 for bytes, the merges, start and end; 49,408 for CLIP.
    public var vocabularySize: Int { 512 + table.count + 2 }
    /// First id of every text; 49,406 for CLIP.
    public var startToken: Int32 { table.start }
    /// Last id of every text, the highest of all; 49,407 for CLIP.
    public var endToken: Int32 { table.end }

    /// Takes a vocabulary and, where it is known, how often each token was seen in training.
    ///
    /// - Throws: ``TokenizeError/contextTooShort(found:)`` below 2.
    package init(
        _ table: MergeTable, contextLength: Int, counts: TokenCounts? = nil
    ) throws(TokenizeError) {
        guard contextLength >= 2 else { throw .contextTooShort(found: contextLength) }
        self.table = table
        self.contextLength = contextLength
        self.counts = counts
    }

    /// Puts a text into tokens; a text that is too long keeps its head, and the loss is counted.
    ///
    /// - Throws: ``TokenizeError/textTooLong(characters:limit:)`` past ``characterLimit``.
    /// - Complexity: O(*n* log *n*) for *n* characters.
    public func tokenize(_ text: String) throws(TokenizeError) -> TokenizedText {
        let length = text.unicodeScalars.count
        guard length <= CLIPTokenizer.characterLimit else {
            throw .textTooLong(characters: length, limit: CLIPTokenizer.characterLimit)
        }
        var content: [Int32] = []
        var bytes: [UInt8] = []
        var scanner = WordScanner(CleanText.scalars(of: text))
        while let word = scanner.next() {
            if word.first == "<", word.elementsEqual(WordScanner.start) {
                content.append(startToken)
            } else if word.first == "<", word.elementsEqual(WordScanner.end) {
                content.append(endToken)
            } else {
                bytes.removeAll(keepingCapacity: true)
                for scalar in word { bytes.append(contentsOf: Unicode.UTF8.encode(scalar) ?? .init()) }
                table.appendIDs(ofWord: bytes, to: &content)
            }
        }
        return TokenizedText(
            start: startToken, content: content, end: endToken, contextLength: contextLength,
            rareTokenShare: counts?.rareShare(of: content.prefix(contextLength - 2)))
    }
}
