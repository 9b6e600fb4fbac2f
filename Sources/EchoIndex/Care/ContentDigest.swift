internal import EchoCore
internal import GRDB

/// One digest for all content but the runs, whatever the order in which it was written.
enum ContentDigest {
    /// Table by table, row by row in the order of the keys; row numbers are left out.
    ///
    /// - Throws: ``IndexError/damaged(table:row:)`` for the first row that does not match its checksum.
    static func compute(_ db: Database) throws -> ContentHash {
        var digest = RowDigest()
        for table in Table.allCases {
            digest.add(table)
            let rows = try Row.fetchCursor(
                db, sql: "\(table.select) ORDER BY \(table.key.joined(separator: ", "))")
            while let row = try rows.next() {
                for value in try SealedRow(checking: row, of: table).values { digest.add(value) }
            }
        }
        return ContentHash(digest: digest.digest())
    }
}
