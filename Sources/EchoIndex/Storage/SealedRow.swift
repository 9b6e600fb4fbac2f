internal import GRDB

/// A row's content, which is never written without its checksum nor read without checking it.
struct SealedRow {
    let table: Table
    /// One a column of the table, in its order.
    let values: [DatabaseValue]
    let checksum: Int64

    /// Seals new content.
    init(_ table: Table, _ values: [(any DatabaseValueConvertible)?]) {
        precondition(
            values.count == table.columns.count,
            "\(values.count) values for the \(table.columns.count) columns of \(table.rawValue)")
        self.table = table
        self.values = values.map { $0?.databaseValue ?? .null }
        checksum = RowDigest.checksum(of: table, self.values)
    }

    /// Checks a row that ``Table/select`` read.
    ///
    /// - Throws: ``IndexError/damaged(table:row:)``.
    init(checking row: Row, of table: Table) throws(IndexError) {
        self.table = table
        let all = Array(row.databaseValues)
        values = Array(all[1..<(all.count - 1)])
        checksum = RowDigest.checksum(of: table, values)
        guard all[all.count - 1] == checksum.databaseValue else {
            throw .damaged(table: table.rawValue, row: Int64.fromDatabaseValue(all[0]))
        }
    }

    /// Inserts it, or replaces the content of the row with its key.
    func write(_ db: Database) throws {
        let statement = try db.cachedStatement(sql: table.upsert)
        try statement.execute(arguments: StatementArguments(values + [checksum.databaseValue]))
    }

    /// Reads and checks the rows that a condition picks, in an order.
    static func all(
        _ db: Database, _ table: Table, where condition: String = "", _ arguments: StatementArguments = []
    ) throws -> [SealedRow] {
        let statement = try db.cachedStatement(sql: "\(table.select) \(condition)")
        let rows = try Row.fetchCursor(statement, arguments: arguments)
        var found: [SealedRow] = []
        while let row = try rows.next() { found.append(try SealedRow(checking: row, of: table)) }
        return found
    }

    /// Reads and checks the row with a key; `nil` where there is none.
    static func one(
        _ db: Database, _ table: Table, _ key: any DatabaseValueConvertible...
    ) throws -> SealedRow? {
        let condition = table.key.map { "\($0) = ?" }.joined(separator: " AND ")
        return try all(db, table, where: "WHERE \(condition)", StatementArguments(key.map(\.databaseValue)))
            .first
    }

    /// Reads and checks the rows with these ids, by id; those that there are.
    static func byID(_ db: Database, _ table: Table, _ ids: [String]) throws -> [String: SealedRow] {
        guard !ids.isEmpty else { return [:] }
        let rows = try all(
            db, table, where: "WHERE id IN (SELECT value FROM json_each(?))", [try JSONText.encode(ids)])
        return try rows.reduce(into: [:]) { $0[try $1.get("id")] = $1 }
    }

    /// The value in a column.
    ///
    /// - Throws: ``IndexError/damaged(table:row:)`` where the value has another type.
    func get<Value: DatabaseValueConvertible>(_ column: String, as: Value.Type = Value.self) throws -> Value {
        guard let value = try find(column, as: Value.self) else {
            throw IndexError.damaged(table: table.rawValue, row: nil)
        }
        return value
    }

    /// The value in a column that may be empty.
    func find<Value: DatabaseValueConvertible>(_ column: String, as: Value.Type = Value.self) throws -> Value?
    {
        guard let place = table.place(of: column) else {
            preconditionFailure("\(table.rawValue) has no column \(column)")
        }
        let value = values[place]
        if value.isNull { return nil }
        guard let found = Value.fromDatabaseValue(value) else {
            throw IndexError.damaged(table: table.rawValue, row: nil)
        }
        return found
    }
}
