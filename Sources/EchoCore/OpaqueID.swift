/// An identifier that says nothing about the patient: a short prefix, a dash, hexadecimal digits.
public protocol OpaqueID: Sendable, Hashable, Codable, Comparable, CustomStringConvertible {
    /// The text as stored and shown, such as `st-5b1c9e04a7f2d388`.
    var text: String { get }
    /// Takes a text as it is.
    init(_ text: String)
}

extension OpaqueID {
    /// The text as stored and shown.
    public var description: String { text }

    /// By text, which is how ties in a ranking are ordered.
    public static func < (first: Self, second: Self) -> Bool { first.text < second.text }

    /// Reads the plain text.
    public init(from decoder: any Decoder) throws {
        self.init(try decoder.singleValueContainer().decode(String.self))
    }

    /// Writes the plain text.
    public func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(text)
    }
}
