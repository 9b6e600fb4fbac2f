/// One sentence of a report.
///
/// Shown as `ca-` and 16 hexadecimal digits.
public struct CaptionID: OpaqueID {
    /// The text as stored and shown.
    public let text: String

    /// Takes a text as it is.
    public init(_ text: String) { self.text = text }
}
