/// The files of a model folder that a tokenizer is made of, by their published names.
public enum VocabularyFile: String, Sendable, CaseIterable {
    /// EchoCLIP-R's phrases, one a line.
    case templates = "template_vocab.txt"
    /// Optional, ours: phrases whose missing final period is put in before the templates are matched.
    case phrasesWithoutPeriod = "template_phrases_without_period.txt"
    /// Optional, ours: `found TAB replacement` lines applied to the text with its values taken out.
    case templateReplacements = "template_replacements.tsv"
    /// CLIP's merges as open_clip ships them, gzip.
    case mergeArchive = "bpe_simple_vocab_16e6.txt.gz"
    /// CLIP's tokenizer as Hugging Face keeps it, vocabulary and merges in one.
    case tokenizer = "tokenizer.json"
    /// CLIP's merges alone, one a line.
    case merges = "merges.txt"
    /// The ids that belong to `merges.txt`; where it is there, it must agree.
    case vocabulary = "vocab.json"
    /// Optional, ours: how often each token was seen in training.
    case tokenCounts = "token_counts.json"
}
