public import EchoCore
public import Foundation
internal import GRDB

extension Ledger {
    /// The longest draft or edited draft, in bytes.
    public static let draftLimit = 256 << 10
    /// The most lines of one, so that their difference is found in moments.
    public static let draftLines = 2_000

    /// Keeps an edited draft beside the draft, and says so in the audit trail: both or neither; earlier edits stay as
    /// history.
    ///
    /// - Throws: ``LedgerError/tooLong(unit:found:limit:)``.
    public func recordEdit(
        of draft: String, to edited: String, study: StudyID, by actor: AuditActor, at time: Date
    ) async throws(LedgerError) -> DraftEdit {
        for text in [draft, edited] {
            guard text.utf8.count <= Self.draftLimit else {
                throw .tooLong(unit: "bytes", found: text.utf8.count, limit: Self.draftLimit)
            }
            let lines = text.utf8.count { $0 == UInt8(ascii: "\n") } + 1
            guard lines <= Self.draftLines else {
                throw .tooLong(unit: "lines", found: lines, limit: Self.draftLines)
            }
        }
        return try await writing { db in
            try db.execute(
                sql: "INSERT INTO draft_edits (study, draft, edited, actor, time) VALUES (?, ?, ?, ?, ?)",
                arguments: [study.text, draft, edited, actor.text, time.milliseconds])
            let number = Int(db.lastInsertedRowID)
            _ = try AuditRows.append(AuditRecord(.edit, by: actor, studies: [study]), at: time, db)
            return DraftEdit(
                number: number, study: study, draft: draft, edited: edited, actor: actor, time: time.kept)
        }
    }

    /// A study's edited drafts, oldest first.
    public func edits(of study: StudyID) async throws(LedgerError) -> [DraftEdit] {
        try await reading { db in
            try Row.fetchAll(
                db, sql: "SELECT * FROM draft_edits WHERE study = ? ORDER BY row", arguments: [study.text]
            ).map { row in
                let table = "draft_edits"
                guard let time = row.time("time") else { throw LedgerError.damaged(table: table, row: nil) }
                return DraftEdit(
                    number: try row.get("row", of: table), study: study,
                    draft: try row.get("draft", of: table), edited: try row.get("edited", of: table),
                    actor: AuditActor(text: try row.get("actor", of: table)), time: time)
            }
        }
    }

    /// Removes what was written of a deleted study, and what ties files of jobs to it, and overwrites it.
    ///
    /// The audit trail keeps the study's opaque id.
    ///
    /// - Returns: what those files held: their job does not know it any more, so the caller sees to the originals.
    @discardableResult
    public func forget(study: StudyID) async throws(LedgerError) -> [ContentHash] {
        let contents: [ContentHash] = try await writing { db in
            for table in ["verdicts", "draft_edits"] {
                try db.execute(sql: "DELETE FROM \(table) WHERE study = ?", arguments: [study.text])
            }
            let hashes = try String.fetchAll(
                db, sql: "SELECT content_hash FROM job_files WHERE study = ? AND content_hash IS NOT NULL",
                arguments: [study.text])
            try db.execute(
                sql: "UPDATE job_files SET content_hash = NULL, clip = NULL, study = NULL WHERE study = ?",
                arguments: [study.text])
            return hashes.compactMap { ContentHash(hex: $0) }
        }
        do {
            // The log still holds the old pages until it is written back and cut to nothing.
            _ = try await pool.writeWithoutTransaction { try $0.checkpoint(.truncate) }
        } catch let error as DatabaseError where error.resultCode == .SQLITE_BUSY {
            // Another process reads from it: the pages go when the last one closes the ledger.
        } catch { throw LedgerError(wrapping: error) }
        return contents
    }
}
