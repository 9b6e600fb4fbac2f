public import EchoCore

/// One question in words: the sentences, and how their scores become an answer.
///
/// A file of the model folder or of the user's configuration; the keys are ``CodingKeys``' texts.
public struct PromptSet: Sendable, Equatable, Codable {
    /// What scripts call it: lower-case letters, digits, dashes.
    public var name: String
    /// What people call it.
    public var title: String
    /// What the answer looks like.
    public var kind: PromptKind
    /// What the answer is about.
    public var subject = PromptSubject.finding
    /// The sentences' language, such as `en`.
    public var language = "en"
    /// Which model slot the sentences are for.
    public var slot = ModelSlot.prompt
    /// What is looked for: sentences of a binary set, templates with `<#>` of a regression.
    public var prompts: [String] = []
    /// The opposite, of a binary set; may be empty.
    public var negatives: [String] = []
    /// What `<#>` is replaced by, of a regression.
    public var range: NumericRange?
    /// The estimate's unit, of a regression.
    public var unit: String?
    /// The answers, of a categorical set, ascending in severity.
    public var categories: [PromptCategory] = []
    /// Where the answer turns to yes; without any there is no verdict, only a score and a percentile.
    public var thresholds: [PromptThreshold] = []
    /// The views it may be put to; empty for every view.
    ///
    /// A clip whose view nobody said is used.
    public var views: [String] = []
    /// The kinds of clip it may be put to.
    public var clipKinds: [ClipKind] = [.bMode]
    /// For the reader of the file.
    public var notes: String?

    /// What a template has where the value goes.
    public static let placeholder = "<#>"

    /// A set with nothing in it yet.
    public init(name: String, title: String, kind: PromptKind) {
        self.name = name
        self.title = title
        self.kind = kind
    }

    /// The file's keys.
    public enum CodingKeys: String, CodingKey {
        case name, title, kind, subject, language, slot, prompts, negatives, range, unit, categories,
            thresholds
        case views, notes
        case clipKinds = "clip_kinds"
    }

    /// The threshold for these weights; `nil` for others', whatever they were.
    public func threshold(for weights: ContentHash) -> PromptThreshold? {
        thresholds.first { $0.weights == weights }
    }
}
