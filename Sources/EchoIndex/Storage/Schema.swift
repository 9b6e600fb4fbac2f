internal import GRDB

/// The database's tables, in the words of `Index/README.md`.
enum Schema {
    /// `ECHO` in ASCII, in the file's header, so that `file` and we know an index from other databases.
    static let applicationID = 0x4543_484F

    /// Every step from an empty file to the present format.
    static var migrator: DatabaseMigrator {
        var migrator = DatabaseMigrator()
        migrator.registerMigration("1") { db in
            for statement in version1 { try db.execute(sql: statement) }
            try db.execute(sql: "PRAGMA application_id = \(applicationID)")
            try db.execute(sql: "PRAGMA user_version = 1")
        }
        // No other format: who does not know of it reads and writes the same tables.
        migrator.registerMigration("1-worklist") { db in
            try db.execute(sql: "CREATE INDEX studies_by_date ON studies (date, time, id)")
        }
        return migrator
    }

    private static let sealed = "checksum INTEGER NOT NULL"
    private static let row = "row INTEGER PRIMARY KEY"

    private static let version1 = subjects + vectors + texts + files

    private static let subjects = [
        "CREATE TABLE patients (\(row), id TEXT NOT NULL UNIQUE, identifier TEXT NOT NULL, issuer TEXT, \(sealed))",
        """
        CREATE TABLE studies (\(row), id TEXT NOT NULL UNIQUE, study_key TEXT,
            patient TEXT REFERENCES patients (id), date TEXT, time TEXT, accession TEXT, site TEXT,
            has_other_patient INTEGER NOT NULL, \(sealed))
        """,
        "CREATE INDEX studies_of_patient ON studies (patient)",
        "CREATE INDEX studies_by_key ON studies (study_key)",
        "CREATE INDEX studies_by_accession ON studies (accession)",
        """
        CREATE TABLE series (\(row), id TEXT NOT NULL UNIQUE, study TEXT NOT NULL REFERENCES studies (id),
            series_key TEXT NOT NULL, \(sealed))
        """,
        "CREATE INDEX series_of_study ON series (study)",
        """
        CREATE TABLE clips (\(row), id TEXT NOT NULL UNIQUE, study TEXT NOT NULL REFERENCES studies (id),
            series TEXT REFERENCES series (id), path TEXT NOT NULL, content_hash TEXT NOT NULL UNIQUE,
            byte_count INTEGER NOT NULL, sop_instance_uid TEXT, view TEXT, kind TEXT NOT NULL,
            kind_reason TEXT NOT NULL, left_out_reason TEXT, labels TEXT NOT NULL, container TEXT NOT NULL,
            codec TEXT NOT NULL, width INTEGER NOT NULL, height INTEGER NOT NULL,
            frame_count INTEGER NOT NULL, mask_method TEXT, mask_coverage REAL, manufacturer TEXT,
            model_name TEXT, heart_rate REAL, regions TEXT NOT NULL, \(sealed))
        """,
        "CREATE INDEX clips_of_study ON clips (study, id)",
        "CREATE INDEX clips_of_series ON clips (series)",
        "CREATE INDEX clips_by_uid ON clips (sop_instance_uid)",
        "CREATE INDEX clips_by_path ON clips (path)",
        """
        CREATE TABLE frames (\(row), clip TEXT NOT NULL UNIQUE REFERENCES clips (id), used TEXT NOT NULL,
            times BLOB NOT NULL, \(sealed))
        """,
    ]

    private static let vectors = [
        """
        CREATE TABLE spaces (\(row), slot TEXT NOT NULL UNIQUE, meaning TEXT NOT NULL, settings TEXT NOT NULL,
            dimension INTEGER NOT NULL, notice TEXT, \(sealed))
        """,
        """
        CREATE TABLE clip_vectors (\(row), space TEXT NOT NULL REFERENCES spaces (slot),
            clip TEXT NOT NULL REFERENCES clips (id), vector BLOB NOT NULL, \(sealed), UNIQUE (space, clip))
        """,
        "CREATE INDEX clip_vectors_of_clip ON clip_vectors (clip)",
        """
        CREATE TABLE frame_vectors (\(row), space TEXT NOT NULL REFERENCES spaces (slot),
            clip TEXT NOT NULL REFERENCES clips (id), vectors BLOB NOT NULL, \(sealed), UNIQUE (space, clip))
        """,
        "CREATE INDEX frame_vectors_of_clip ON frame_vectors (clip)",
        """
        CREATE TABLE study_vectors (\(row), space TEXT NOT NULL REFERENCES spaces (slot),
            study TEXT NOT NULL REFERENCES studies (id), clip_count INTEGER NOT NULL, vector BLOB NOT NULL,
            \(sealed), UNIQUE (space, study))
        """,
        "CREATE INDEX study_vectors_of_study ON study_vectors (study)",
        """
        CREATE TABLE vector_states (\(row), space TEXT NOT NULL REFERENCES spaces (slot), level TEXT NOT NULL,
            count INTEGER NOT NULL, checksums INTEGER NOT NULL, \(sealed), UNIQUE (space, level))
        """,
    ]

    private static let texts = [
        """
        CREATE TABLE reports (\(row), study TEXT NOT NULL UNIQUE REFERENCES studies (id), text TEXT NOT NULL,
            \(sealed))
        """,
        """
        CREATE TABLE captions (\(row), id TEXT NOT NULL UNIQUE, study TEXT NOT NULL REFERENCES reports (study),
            ordinal INTEGER NOT NULL, section TEXT NOT NULL, text TEXT NOT NULL, \(sealed))
        """,
        "CREATE INDEX captions_of_study ON captions (study, ordinal)",
        """
        CREATE TABLE caption_vectors (\(row), space TEXT NOT NULL REFERENCES spaces (slot),
            caption TEXT NOT NULL REFERENCES captions (id), vector BLOB NOT NULL, \(sealed),
            UNIQUE (space, caption))
        """,
        "CREATE INDEX caption_vectors_of_caption ON caption_vectors (caption)",
    ]

    private static let files = [
        """
        CREATE TABLE left_out (\(row), path TEXT NOT NULL, content_hash TEXT NOT NULL, byte_count INTEGER,
            state TEXT NOT NULL, code TEXT NOT NULL, reason TEXT NOT NULL, clip TEXT REFERENCES clips (id),
            study TEXT, \(sealed), UNIQUE (path, content_hash))
        """,
        "CREATE INDEX left_out_by_hash ON left_out (content_hash)",
        "CREATE INDEX left_out_of_clip ON left_out (clip)",
        "CREATE INDEX left_out_of_study ON left_out (study)",
        """
        CREATE TABLE runs (\(row), started REAL NOT NULL, finished REAL, embedded INTEGER NOT NULL DEFAULT 0,
            duplicate INTEGER NOT NULL DEFAULT 0, skipped INTEGER NOT NULL DEFAULT 0,
            quarantined INTEGER NOT NULL DEFAULT 0)
        """,
    ]
}
