/// A patient, without saying who.
///
/// Shown as `pt-` and 16 hexadecimal digits.
public struct PatientID: OpaqueID {
    /// The text as stored and shown.
    public let text: String

    /// Takes a text as it is.
    public init(_ text: String) { self.text = text }
}
