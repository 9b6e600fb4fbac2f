/// A line of a vocabulary file.
struct VocabularyLine {
    /// Counted from 1.
    let number: Int
    /// Without its line break.
    let text: String
}
