/// A clip's kind, and what it rests on.
public struct ClipClass: Sendable, Equatable, Codable {
    /// The verdict.
    public let kind: ClipKind
    /// What decided it, in words without patient data, such as `region tags: color flow`.
    public let reason: String

    /// Joins the verdict and its ground.
    public init(_ kind: ClipKind, reason: String) {
        self.kind = kind
        self.reason = reason
    }
}
