/// One examination of a patient.
///
/// Shown as `st-` and 16 hexadecimal digits.
public struct StudyID: OpaqueID {
    /// The text as stored and shown.
    public let text: String

    /// Takes a text as it is.
    public init(_ text: String) { self.text = text }
}
