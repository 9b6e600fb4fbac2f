/// A report's text and whose it is.
struct FoundReport: Sendable {
    /// The study by any name the index knows; `nil` for the study of the clip it was found beside.
    var study: String?
    /// The text.
    var text: String
}
