/// What turns text into the ids that a model's text tower was trained on.
public enum Tokenizer: Sendable {
    /// CLIP's byte-level BPE; reads every text.
    case clip(CLIPTokenizer)
    /// EchoCLIP-R's phrases; reads reports in the template's words only.
    case template(TemplateTokenizer)

    /// Puts a text into tokens.
    ///
    /// - Throws: ``TokenizeError/textTooLong(characters:limit:)``; from a template tokenizer also
    ///   ``TokenizeError/nothingRecognized(characters:)``.
    public func tokenize(_ text: String) throws(TokenizeError) -> TokenizedText {
        switch self {
        case .clip(let tokenizer): try tokenizer.tokenize(text)
        case .template(let tokenizer): try tokenizer.tokenize(text)
        }
    }

    /// Tokens in the window, start and end included.
    public var contextLength: Int {
        switch self {
        case .clip(let tokenizer): tokenizer.contextLength
        case .template(let tokenizer): tokenizer.contextLength
        }
    }

    /// One more than the highest id; the token table must have at least as many rows.
    public var vocabularySize: Int {
        switch self {
        case .clip(let tokenizer): tokenizer.vocabularySize
        case .template(let tokenizer): tokenizer.vocabularySize
        }
    }

    /// The id that ends every text; the tower reads its output there.
    public var endToken: Int32 {
        switch self {
        case .clip(let tokenizer): tokenizer.endToken
        case .template(let tokenizer): tokenizer.endToken
        }
    }

    /// Which way of reading this is.
    public var kind: TokenizerKind {
        switch self {
        case .clip: .clip
        case .template: .template
        }
    }
}
