/// A key that was just made: the only moment in which the key itself is known.
public struct NewKey: Sendable {
    /// What is kept of it.
    public let key: APIKey
    /// The key: `echoseek_`, 16 digits, an underscore, 43 characters that hold 256 random bits.
    public let secret: String
}
