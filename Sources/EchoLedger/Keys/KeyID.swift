public import EchoCore

/// One API key: `ky-` and 16 random hexadecimal digits.
public struct KeyID: OpaqueID {
    /// The text as stored and shown.
    public let text: String

    /// Takes a text as it is.
    public init(_ text: String) { self.text = text }
}
