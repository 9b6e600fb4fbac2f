/// What is read of a `tokenizer.json`.
///
/// - Source: Hugging Face `tokenizers`, whose merges are `"a b"` strings before 0.20 and `["a", "b"]` since.
struct TokenizerDocument: Decodable {
    let model: Model

    /// The byte-pair model inside.
    struct Model: Decodable {
        let type: String?
        let endOfWord: String?
        let vocab: [String: Int]
        let merges: [Merge]

        enum CodingKeys: String, CodingKey {
            case type, vocab, merges
            case endOfWord = "end_of_word_suffix"
        }
    }

    /// One merge, in either spelling.
    struct Merge: Decodable {
        let parts: [Substring]

        init(from decoder: any Decoder) throws {
            let value = try decoder.singleValueContainer()
            if let line = try? value.decode(String.self) {
                parts = line.split(separator: " ")
            } else {
                parts = try value.decode([String].self).map { $0[...] }
            }
        }
    }
}
