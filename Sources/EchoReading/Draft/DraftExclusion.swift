public import EchoCore

/// A clip or a file of the study that a draft does not rest on, and why.
public struct DraftExclusion: Sendable, Equatable, Codable {
    /// Which clip; `nil` for a file that never became one.
    public let clip: ClipID?
    /// A file's stable reason code, such as a failure's; `nil` for a clip.
    public let code: String?
    /// Why, in words without patient data.
    public let reason: String

    /// Takes over a clip that was not used.
    public init(_ excluded: ExcludedClip) {
        clip = excluded.clip
        code = nil
        reason = excluded.reason
    }

    /// Says why a file never became a clip; where it lies is not said.
    public init(fileWith code: String, reason: String) {
        clip = nil
        self.code = code
        self.reason = reason
    }

    /// It and the reason, for people.
    var line: String {
        if let clip { return "\(clip), \(reason)." }
        let named = code.map { " (\($0))" } ?? ""
        return "a file that became no clip\(named): \(reason)"
    }
}
