internal import EchoCore
internal import Foundation
internal import GRDB

/// Reads everything back; what cannot be read is a finding, not a failure.
struct Verifier {
    private let db: Database
    private let vectors: VectorFiles
    private var rowsChecked = 0
    private var filesChecked = 0
    private var damages: [Damage] = []

    static func run(_ db: Database, _ vectors: VectorFiles) throws -> Verification {
        var verifier = Verifier(db: db, vectors: vectors)
        try verifier.checkStructure()
        for table in Table.allCases { try verifier.checkRows(of: table) }
        // What is derived is only worth comparing where its source is sound.
        if verifier.damages.isEmpty { try verifier.checkDerived() }
        return Verification(
            rowsChecked: verifier.rowsChecked, filesChecked: verifier.filesChecked, damages: verifier.damages)
    }

    private init(db: Database, vectors: VectorFiles) {
        self.db = db
        self.vectors = vectors
    }

    private mutating func report(_ table: String, _ row: Int64?, _ kind: Damage.Kind) {
        damages.append(Damage(table: table, row: row, kind: kind))
    }

    private mutating func checkStructure() throws {
        do {
            let answers = try String.fetchAll(db, sql: "PRAGMA integrity_check")
            if answers != ["ok"] { report("database", nil, .structure) }
            for broken in try Row.fetchAll(db, sql: "PRAGMA foreign_key_check") {
                report(broken[0], broken[1], .reference)
            }
        } catch let error as DatabaseError where error.isDamage {
            report("database", nil, .structure)
        }
    }

    private mutating func checkRows(of table: Table) throws {
        do {
            let rows = try Row.fetchCursor(db, sql: "\(table.select) ORDER BY row")
            while let row = try rows.next() {
                rowsChecked += 1
                do {
                    _ = try SealedRow(checking: row, of: table)
                } catch .damaged(let name, let number) {
                    report(name, number, .checksum)
                }
            }
        } catch let error as DatabaseError where error.isDamage {
            report(table.rawValue, nil, .structure)
        }
    }

    private mutating func checkDerived() throws {
        for space in try EmbeddingSpace.all(db) {
            try checkStudyVectors(in: space.slot)
            for level in SearchLevel.allCases {
                let state = try VectorState.stored(db, space.slot, level)
                if try VectorState.counted(db, space.slot, level) != state {
                    report(Table.vectorStates.rawValue, nil, .derived)
                    continue
                }
                try checkFile(space, level, state)
            }
        }
    }

    private mutating func checkStudyVectors(in slot: ModelSlot) throws {
        for study in try String.fetchAll(db, sql: "SELECT id FROM studies ORDER BY id") {
            let stored = try SealedRow.one(db, .studyVectors, slot.rawValue, study)
            if try StudyMean.derive(db, StudyID(study), slot)?.checksum == stored?.checksum { continue }
            let row = try Int64.fetchOne(
                db, sql: "SELECT row FROM study_vectors WHERE space = ? AND study = ?",
                arguments: [slot.rawValue, study])
            report(Table.studyVectors.rawValue, row, .derived)
        }
    }

    /// A file that is missing or stale is replaced by the next search; one that claims to be current must be.
    private mutating func checkFile(
        _ space: EmbeddingSpace, _ level: SearchLevel, _ state: VectorState
    ) throws {
        let path = vectors.path(space.slot, level)
        guard let bytes = try? Data(contentsOf: URL(filePath: path), options: .alwaysMapped) else { return }
        filesChecked += 1
        let name = URL(filePath: path).lastPathComponent
        guard let image = try VectorImage(checking: bytes) else {
            report(name, nil, .derived)
            return
        }
        guard image.header.state == state else { return }
        if try VectorImage.build(db, space, level).bytes != bytes { report(name, nil, .derived) }
    }
}

extension DatabaseError {
    /// Whether SQLite found the file itself broken.
    fileprivate var isDamage: Bool { resultCode == .SQLITE_CORRUPT || resultCode == .SQLITE_NOTADB }
}
