public import Foundation

/// How results become JSON: snake_case keys in alphabetical order, one line.
public enum ResultCoding {
    /// - Throws: Foundation's encoding errors, such as for a NaN.
    public static func encode(_ value: some Encodable) throws -> Data {
        let encoder = JSONEncoder()
        encoder.keyEncodingStrategy = .convertToSnakeCase
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        encoder.dateEncodingStrategy = .iso8601
        return try encoder.encode(value)
    }
}
