public import EchoCore
public import Foundation
internal import GRDB

extension Ledger {
    /// The longest note, in bytes.
    public static let noteLimit = 4_000
    /// The longest name of a prompt set, in bytes.
    static let setNameLimit = 200

    /// Keeps a verdict, and says so in the audit trail: both or neither; earlier ones stay as history.
    ///
    /// - Throws: ``LedgerError/tooLong(unit:found:limit:)`` for a note past ``noteLimit``, or a prompt set's name past
    ///   `setNameLimit`.
    public func recordVerdict(
        _ value: VerdictValue, on study: StudyID, promptSet: String, note: String?, by actor: AuditActor,
        at time: Date
    ) async throws(LedgerError) -> Verdict {
        for (text, limit) in [(note ?? "", Self.noteLimit), (promptSet, Self.setNameLimit)]
        where text.utf8.count > limit {
            throw .tooLong(unit: "bytes", found: text.utf8.count, limit: limit)
        }
        return try await writing { db in
            try db.execute(
                sql: """
                    INSERT INTO verdicts (study, prompt_set, value, note, actor, time)
                    VALUES (?, ?, ?, ?, ?, ?)
                    """,
                arguments: [study.text, promptSet, value.rawValue, note, actor.text, time.milliseconds])
            let number = Int(db.lastInsertedRowID)
            _ = try AuditRows.append(AuditRecord(.verdict, by: actor, studies: [study]), at: time, db)
            return Verdict(
                number: number, study: study, promptSet: promptSet, value: value, note: note, actor: actor,
                time: time.kept)
        }
    }

    /// Verdicts by study, then prompt set, then time.
    ///
    /// - Parameter onlyLatest: only the last on each study and prompt set, which is the one that holds.
    public func verdicts(
        on study: StudyID? = nil, promptSet: String? = nil, onlyLatest: Bool = true
    ) async throws(LedgerError) -> [Verdict] {
        try await reading { db in
            try Row.fetchAll(
                db,
                sql: """
                    SELECT * FROM verdicts v
                    WHERE (:study IS NULL OR study = :study) AND (:set IS NULL OR prompt_set = :set)
                    AND (NOT :latest OR row = (SELECT MAX(row) FROM verdicts
                        WHERE study = v.study AND prompt_set = v.prompt_set))
                    ORDER BY study, prompt_set, row
                    """, arguments: ["study": study?.text, "set": promptSet, "latest": onlyLatest]
            ).map { try Self.verdict($0) }
        }
    }

    /// All verdicts, history too, as a table with a header line: `study,prompt_set,verdict,note,actor,time`.
    ///
    /// What a spreadsheet would take for a formula begins with an apostrophe, which it then shows as text.
    public func verdictsCSV(promptSet: String? = nil) async throws(LedgerError) -> String {
        let lines = try await verdicts(promptSet: promptSet, onlyLatest: false).map { verdict in
            [
                verdict.study.text, verdict.promptSet, verdict.value.rawValue, verdict.note ?? "",
                verdict.actor.text, verdict.time.ISO8601Format(),
            ].map(Self.field).joined(separator: ",")
        }
        return (["study,prompt_set,verdict,note,actor,time"] + lines).joined(separator: "\r\n") + "\r\n"
    }

    /// A field of RFC 4180, quoted where it needs to be.
    ///
    /// - Source: OWASP, CSV injection, for what begins a formula.
    private static func field(_ text: String) -> String {
        let text = text.first.map { "=+-@\t\r".contains($0) } == true ? "'" + text : text
        guard text.contains(where: { "\",\n\r\r\n".contains($0) }) else { return text }
        return "\"" + text.replacing("\"", with: "\"\"") + "\""
    }

    private static func verdict(_ row: Row) throws -> Verdict {
        let table = "verdicts"
        guard let time = row.time("time") else { throw LedgerError.damaged(table: table, row: nil) }
        return Verdict(
            number: try row.get("row", of: table), study: StudyID(try row.get("study", of: table)),
            promptSet: try row.get("prompt_set", of: table), value: try row.word("value", of: table),
            note: row.text("note"), actor: AuditActor(text: try row.get("actor", of: table)), time: time)
    }
}
