internal import Foundation

/// Small lists inside a row, as JSON with sorted keys.
enum JSONText {
    /// Writes a value.
    static func encode(_ value: some Encodable) throws -> String {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        return String(decoding: try encoder.encode(value), as: UTF8.self)
    }

    /// Reads it back.
    ///
    /// - Throws: ``IndexError/damaged(table:row:)`` naming `table`.
    static func decode<Value: Decodable>(_ text: String, of table: Table) throws(IndexError) -> Value {
        do {
            return try JSONDecoder().decode(Value.self, from: Data(text.utf8))
        } catch {
            throw .damaged(table: table.rawValue, row: nil)
        }
    }
}
