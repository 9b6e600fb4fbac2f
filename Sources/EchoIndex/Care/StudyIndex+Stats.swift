public import EchoCore
internal import GRDB

extension StudyIndex {
    /// What the index holds, in numbers.
    public func stats(withDigest: Bool = false) async throws(IndexError) -> IndexStats {
        let folder = folder
        return try await reading { db in
            var rows: [String: Int] = [:]
            for name in Table.allCases.map(\.rawValue) + ["runs"] {
                rows[name] = try Int.fetchOne(db, sql: "SELECT COUNT(*) FROM \(name)") ?? 0
            }
            return IndexStats(
                formatVersion: Self.formatVersion, rows: rows,
                clipsByKind: try Self.counts(db, "kind FROM clips") { ClipKind(rawValue: $0) },
                usableClips: try Int.fetchOne(
                    db, sql: "SELECT COUNT(*) FROM clips WHERE left_out_reason IS NULL") ?? 0,
                leftOutByState: try Self.counts(db, "state FROM left_out") { ItemState(rawValue: $0) },
                spaces: try EmbeddingSpace.all(db),
                databaseBytes: IndexFolder.bytes(in: folder.path, prefix: IndexFolder.databaseName),
                vectorBytes: IndexFolder.bytes(in: folder.vectors),
                contentDigest: withDigest ? try ContentDigest.compute(db) : nil)
        }
    }

    /// SHA-256 over a canonical dump of every table but the runs: equal exactly where the content is.
    public func contentDigest() async throws(IndexError) -> ContentHash {
        try await reading { try ContentDigest.compute($0) }
    }

    private static func counts<Name: Hashable>(
        _ db: Database, _ source: String, _ name: (String) -> Name?
    ) throws -> [Name: Int] {
        var counts: [Name: Int] = [:]
        for row in try Row.fetchAll(db, sql: "SELECT COUNT(*), \(source) GROUP BY 2") {
            if let key = name(row[1]) { counts[key] = row[0] }
        }
        return counts
    }
}
