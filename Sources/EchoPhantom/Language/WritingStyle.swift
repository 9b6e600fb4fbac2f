/// How a report's author writes.
///
/// The grammars below are code and no data files, as this target reads no files: every draw must be the same wherever
/// the simulator runs, installed or not.
public enum WritingStyle: String, Sendable, Codable, CaseIterable {
    /// Clipped notes with abbreviations: `LV mod dilated. EF 35%.`
    case telegram
    /// Full sentences under headings.
    case prose
    /// As spoken into a recorder.
    case dictation
    /// A laboratory's template, all in capitals.
    case capitals
    /// `Finding: value`, a line each.
    case fields
    /// What a clinician types into a search box; never a report's.
    case query
    /// Flowing sentences of another build, kept out of training to measure what a model makes of them.
    case letter

    /// Whether the style is kept out of training.
    public var isHeldOut: Bool { self == .letter }
    /// Whether reports are written so.
    public var isForReports: Bool { self != .query }
    /// Every style that training may see.
    public static var trained: [WritingStyle] { allCases.filter { !$0.isHeldOut } }
}
