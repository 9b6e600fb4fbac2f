internal import EchoCore
internal import Foundation
internal import GRDB

extension Row {
    /// A column's value.
    ///
    /// - Throws: ``LedgerError/damaged(table:row:)`` where it is missing or of another type.
    func get<Value: DatabaseValueConvertible>(
        _ column: String, of table: String, as: Value.Type = Value.self
    ) throws -> Value {
        guard let value = Value.fromDatabaseValue(self[column]) else {
            throw LedgerError.damaged(table: table, row: Int64.fromDatabaseValue(self["row"] ?? .null))
        }
        return value
    }

    /// A column's text as one of a fixed set of words.
    func word<Word: RawRepresentable>(_ column: String, of table: String) throws -> Word
    where Word.RawValue == String {
        guard let word = Word(rawValue: try get(column, of: table)) else {
            throw LedgerError.damaged(table: table, row: Int64.fromDatabaseValue(self["row"] ?? .null))
        }
        return word
    }

    /// A column's time; `nil` where it is empty.
    func time(_ column: String) -> Date? {
        Int64.fromDatabaseValue(self[column]).map { Date(milliseconds: $0) }
    }

    /// A column's text; `nil` where it is empty.
    func text(_ column: String) -> String? { String.fromDatabaseValue(self[column]) }
}
