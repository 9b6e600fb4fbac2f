/// What a prompt set's answer is about.
public enum PromptSubject: String, Sendable, Codable, CaseIterable {
    /// The heart, or what lies in it: an answer is a finding of the study.
    case finding
    /// How the picture was taken: an answer belongs to one clip, and is no finding.
    case view
}
