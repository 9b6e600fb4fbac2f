internal import EchoCore
public import Foundation
internal import GRDB

extension StudyIndex {
    /// Begins a run; the caller gives the time.
    public func beginRun(at time: Date) async throws(IndexError) -> RunID {
        try await writing { db in
            try db.execute(
                sql: "INSERT INTO runs (started) VALUES (?)", arguments: [time.timeIntervalSince1970])
            return RunID(number: db.lastInsertedRowID)
        }
    }

    /// Ends a run.
    public func endRun(_ run: RunID, at time: Date) async throws(IndexError) {
        try await writing { db in
            try db.execute(
                sql: "UPDATE runs SET finished = ? WHERE row = ?",
                arguments: [time.timeIntervalSince1970, run.number])
            guard db.changesCount == 1 else { throw IndexError.notFound(.run) }
        }
    }

    /// The runs, newest first.
    public func runs() async throws(IndexError) -> [StoredRun] {
        try await reading { db in
            try Row.fetchAll(db, sql: "SELECT * FROM runs ORDER BY row DESC").map { StoredRun($0) }
        }
    }
}

extension StoredRun {
    fileprivate init(_ row: Row) {
        id = RunID(number: row["row"])
        started = Date(timeIntervalSince1970: row["started"])
        finished = (row["finished"] as Double?).map { Date(timeIntervalSince1970: $0) }
        counts = Dictionary(uniqueKeysWithValues: ItemState.allCases.map { ($0, row[$0.rawValue] as Int) })
    }

    /// Adds a batch's items, in the batch's own transaction.
    static func count(_ items: [RecordedItem], in run: RunID, _ db: Database) throws {
        for state in ItemState.allCases {
            let more = items.count { $0.state == state }
            try db.execute(
                sql: "UPDATE runs SET \(state.rawValue) = \(state.rawValue) + ? WHERE row = ?",
                arguments: [more, run.number])
            guard db.changesCount == 1 else { throw IndexError.notFound(.run) }
        }
    }
}
