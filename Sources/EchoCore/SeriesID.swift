/// A group of clips within a study.
///
/// Shown as `se-` and 16 hexadecimal digits.
public struct SeriesID: OpaqueID {
    /// The text as stored and shown.
    public let text: String

    /// Takes a text as it is.
    public init(_ text: String) { self.text = text }
}
