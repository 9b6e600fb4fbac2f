public import EchoCore

/// Why a reading cannot be made.
public enum ReadingError: EchoFailure, Equatable {
    /// A score of no frames was asked for.
    case noFrames
    /// A score against no prompts was asked for.
    case noPrompts
    /// Two vectors that were to be compared have different lengths.
    case dimension(found: Int, expected: Int)
    /// The number of values or vectors is not the number of prompts.
    case promptCount(found: Int, expected: Int)
    /// The top fifth of the prompts is empty.
    case tooFewPrompts(found: Int, expected: Int)
    /// A study has no clip that may be used.
    case noUsableClip(clips: Int)
    /// Vectors could not be averaged.
    case vectors(EmbeddingError)
    /// A prompt set's kind does not fit the question.
    case wrongKind(set: String, found: PromptKind, expected: [PromptKind])
    /// A prompt set breaks a rule.
    case promptSet(name: String, problem: PromptProblem)
    /// A category that the prompt set does not have.
    case unknownCategory(expected: [String])
    /// A published prompt file does not have the published layout.
    case published(task: String?, problem: PublishedProblem)
    /// A file of report sections breaks a rule.
    case sections(SectionProblem)
    /// A model's readout breaks a rule.
    case readout(name: String, problem: ReadoutProblem)
    /// A study was to be compared with itself.
    case sameStudy
    /// A result could not be written as JSON.
    case notEncodable

    /// What to tell the person.
    public var report: FailureReport {
        switch self {
        case .noFrames, .noPrompts, .dimension, .promptCount, .tooFewPrompts, .noUsableClip, .vectors:
            vectorReport
        case .wrongKind, .promptSet, .unknownCategory, .published: promptReport
        case .sections, .readout, .sameStudy, .notEncodable: otherReport
        }
    }
}
