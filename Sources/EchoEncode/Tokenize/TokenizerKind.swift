/// Which of the two ways of reading text a model was trained with.
public enum TokenizerKind: String, Sendable, Codable, CaseIterable {
    /// CLIP's byte-level BPE: echo-clip.
    case clip = "clip-bpe"
    /// Whole template phrases and their values: echo-clip-r.
    case template
}
