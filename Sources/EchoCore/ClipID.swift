/// One clip: an instance in DICOM's words.
///
/// Shown as `cl-` and 16 hexadecimal digits.
public struct ClipID: OpaqueID {
    /// The text as stored and shown.
    public let text: String

    /// Takes a text as it is.
    public init(_ text: String) { self.text = text }
}
