/// JSON of ours names every key: an absent value is `null`, so that scripts find the same keys each time.
///
/// The compiler's own `encode(to:)` calls `encodeIfPresent` for optionals; these, nearer than the standard
/// library's, take its place in every file of the package that imports this module.
extension KeyedEncodingContainer {
    /// Writes the value, or `null`.
    package mutating func encodeIfPresent<Value: Encodable>(_ value: Value?, forKey key: Key) throws {
        try encode(value, forKey: key)
    }

    /// Writes the text, or `null`.
    package mutating func encodeIfPresent(_ value: String?, forKey key: Key) throws {
        try encode(value, forKey: key)
    }

    /// Writes the number, or `null`.
    package mutating func encodeIfPresent(_ value: Int?, forKey key: Key) throws {
        try encode(value, forKey: key)
    }

    /// Writes the number, or `null`.
    package mutating func encodeIfPresent(_ value: Double?, forKey key: Key) throws {
        try encode(value, forKey: key)
    }

    /// Writes the number, or `null`.
    package mutating func encodeIfPresent(_ value: Float?, forKey key: Key) throws {
        try encode(value, forKey: key)
    }

    /// Writes the answer, or `null`.
    package mutating func encodeIfPresent(_ value: Bool?, forKey key: Key) throws {
        try encode(value, forKey: key)
    }
}
