/// What to tell a person about a failure: what was found, what was expected, and the one thing to try.
///
/// Holds no patient data: no name, id, date, UID, path or report text.
public struct FailureReport: Sendable, Equatable, Codable, CustomStringConvertible {
    /// A stable name for scripts, `target.case`, such as `decode.noVideoStream`.
    public let code: String
    /// Whose fault it is.
    public let kind: FailureKind
    /// What was found, and what was expected.
    public let reason: String
    /// The one thing to try.
    public let remedy: String

    /// Joins the three facts and the kind.
    public init(_ code: String, _ kind: FailureKind, reason: String, remedy: String) {
        self.code = code
        self.kind = kind
        self.reason = reason
        self.remedy = remedy
    }

    /// Reason, then remedy, then the code in brackets.
    public var description: String { "\(reason) \(remedy) [\(code)]" }
}
