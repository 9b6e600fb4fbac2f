public import Foundation

extension Tokenizer {
    /// Makes the tokenizer that a model folder's files describe.
    ///
    /// `template_vocab.txt` makes a template tokenizer; without it the first of open_clip's
    /// `bpe_simple_vocab_16e6.txt.gz`, `tokenizer.json` and `merges.txt` makes CLIP's.
    ///
    /// - Parameter contextLength: tokens in the window, from the model's configuration; 77 for CLIP.
    /// - Returns: `nil` where the folder holds none of them.
    /// - Complexity: about 0.1 s for CLIP's 49,408 symbols; keep the value.
    public static func load(folder: URL, contextLength: Int) throws(TokenizeError) -> Tokenizer? {
        let files = VocabularyFolder(folder)
        if let vocabulary = try TemplateVocabulary.load(files) {
            return .template(try TemplateTokenizer(vocabulary, contextLength: contextLength))
        }
        guard let table = try MergeTable.load(files) else { return nil }
        let counts = try TokenCounts.load(files, vocabularySize: table.count + 514)
        return .clip(try CLIPTokenizer(table, contextLength: contextLength, counts: counts))
    }

    /// The files that ``load(folder:contextLength:)`` reads in a folder: what an import has to copy.
    public static func files(in folder: URL) -> [VocabularyFile] {
        let files = VocabularyFolder(folder)
        if files.holds(.templates) {
            return [.templates, .phrasesWithoutPeriod, .templateReplacements].filter(files.holds)
        }
        guard let first = [.mergeArchive, .tokenizer, .merges].first(where: files.holds) else { return [] }
        return [first] + [.tokenCounts].filter(files.holds)
            + (first == .merges ? [.vocabulary].filter(files.holds) : [])
    }
}
