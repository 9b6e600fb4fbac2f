internal import GRDB

/// The ledger's tables, in the words of `Index/README.md`.
enum LedgerSchema {
    /// `ECHL` in ASCII, in the file's header.
    static let applicationID = 0x4543_484C

    /// Every step from an empty file to the present format.
    static var migrator: DatabaseMigrator {
        var migrator = DatabaseMigrator()
        migrator.registerMigration("1") { db in
            for statement in version1 { try db.execute(sql: statement) }
            try db.execute(sql: "PRAGMA application_id = \(applicationID)")
            try db.execute(sql: "PRAGMA user_version = 1")
        }
        return migrator
    }

    private static let counts = FileEnd.allCases.map { "\($0.rawValue) INTEGER NOT NULL DEFAULT 0" }
        .joined(separator: ", ")

    private static let version1 = [
        """
        CREATE TABLE jobs (row INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE, state TEXT NOT NULL,
            actor TEXT NOT NULL, created INTEGER NOT NULL, started INTEGER, finished INTEGER,
            file_count INTEGER NOT NULL, byte_count INTEGER NOT NULL,
            is_cancelling INTEGER NOT NULL DEFAULT 0, code TEXT, reason TEXT, last_event INTEGER NOT NULL DEFAULT 0, \(counts))
        """,
        "CREATE INDEX jobs_by_state ON jobs (state, row)",
        """
        CREATE TABLE job_files (job TEXT NOT NULL REFERENCES jobs (id), ordinal INTEGER NOT NULL,
            content_hash TEXT, byte_count INTEGER NOT NULL, state TEXT, code TEXT, reason TEXT, clip TEXT,
            study TEXT, ended INTEGER, PRIMARY KEY (job, ordinal)) WITHOUT ROWID
        """,
        "CREATE INDEX job_files_by_hash ON job_files (content_hash)",
        "CREATE INDEX job_files_of_study ON job_files (study)",
        """
        CREATE TABLE job_events (job TEXT NOT NULL REFERENCES jobs (id), sequence INTEGER NOT NULL,
            time INTEGER NOT NULL, kind TEXT NOT NULL, state TEXT NOT NULL, ordinal INTEGER, \(counts),
            PRIMARY KEY (job, sequence)) WITHOUT ROWID
        """,
        """
        CREATE TABLE keys (row INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE, name TEXT NOT NULL,
            scope TEXT NOT NULL, salt BLOB NOT NULL, hash BLOB NOT NULL, created INTEGER NOT NULL,
            last_used INTEGER, revoked INTEGER)
        """,
        """
        CREATE TABLE audit (row INTEGER PRIMARY KEY AUTOINCREMENT, time INTEGER NOT NULL, actor TEXT NOT NULL,
            action TEXT NOT NULL, outcome TEXT NOT NULL, studies TEXT NOT NULL, clips TEXT NOT NULL, job TEXT,
            key TEXT, count INTEGER, code TEXT, hash BLOB NOT NULL)
        """,
        """
        CREATE TABLE verdicts (row INTEGER PRIMARY KEY, study TEXT NOT NULL, prompt_set TEXT NOT NULL,
            value TEXT NOT NULL, note TEXT, actor TEXT NOT NULL, time INTEGER NOT NULL)
        """,
        "CREATE INDEX verdicts_of_study ON verdicts (study, prompt_set, row)",
        "CREATE INDEX verdicts_of_set ON verdicts (prompt_set, study, row)",
        """
        CREATE TABLE draft_edits (row INTEGER PRIMARY KEY, study TEXT NOT NULL, draft TEXT NOT NULL,
            edited TEXT NOT NULL, actor TEXT NOT NULL, time INTEGER NOT NULL)
        """,
        "CREATE INDEX draft_edits_of_study ON draft_edits (study, row)",
    ]
}
