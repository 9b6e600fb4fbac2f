internal import EchoCore
internal import GRDB

/// Writes one batch inside one transaction.
struct BatchWriter {
    private let db: Database
    private var touched: Set<StudyInSpace> = []

    private struct StudyInSpace: Hashable {
        let study: StudyID
        let slot: ModelSlot
    }

    init(_ db: Database) { self.db = db }

    /// Writes the items in order, then the vectors of the studies they belong to.
    static func write(_ batch: [IngestedItem], _ db: Database) throws -> [RecordedItem] {
        var writer = BatchWriter(db)
        var recorded: [RecordedItem] = []
        for item in batch {
            switch item {
            case .embedded(let clip): recorded.append(try writer.write(clip))
            case .leftOut(let file): recorded.append(try writer.write(file))
            }
        }
        let inOrder = writer.touched.sorted { ($0.study, $0.slot.rawValue) < ($1.study, $1.slot.rawValue) }
        for each in inOrder { try StudyMean.update(db, each.study, each.slot) }
        return recorded
    }

    private mutating func write(_ new: NewClip) throws -> RecordedItem {
        for vectors in new.vectors { try vectors.space.requireOwn(db) }
        let writer = ClipWriter(db, new)
        let known = try SealedRow.one(db, .clips, writer.id.text)
        let missing = try new.vectors.filter {
            try SealedRow.one(db, .clipVectors, $0.space.slot.rawValue, writer.id.text) == nil
        }
        let study = try known.map { StudyID(try $0.get("study")) } ?? writer.study
        if let known, missing.isEmpty {
            try remember(duplicate: new, of: writer.id, study, path: try known.get("path"))
            return RecordedItem(
                state: .duplicate, clip: writer.id, study: study, sharesUIDWith: nil, hasOtherPatient: false)
        }
        var twin: ClipID?
        if let uid = new.clip.dicom?.sopInstanceUID, known == nil {
            twin = try SightingReader.clip(db, uid: uid)
        }
        let hasOtherPatient = known == nil ? try writer.writeClip() : false
        for vectors in missing {
            try writer.writeVectors(vectors)
            touched.insert(StudyInSpace(study: study, slot: vectors.space.slot))
        }
        return RecordedItem(
            state: .embedded, clip: writer.id, study: study, sharesUIDWith: twin,
            hasOtherPatient: hasOtherPatient)
    }

    private func write(_ file: LeftOutFile) throws -> RecordedItem {
        var study = file.study
        var isOwnFile = false
        if let hash = file.contentHash, let known = try SealedRow.one(db, .clips, ClipID(content: hash).text)
        {
            isOwnFile = try known.get("path") == file.path
            study = StudyID(try known.get("study"))
        }
        if let clip = file.clip, try SealedRow.one(db, .clips, clip.text) == nil {
            throw IndexError.notFound(.clip)
        }
        if !isOwnFile { try file.sealed(study: study).write(db) }
        return RecordedItem(
            state: file.state, clip: file.clip, study: study, sharesUIDWith: nil, hasOtherPatient: false)
    }

    /// The clip's own file seen again is no second file; another with its bytes is.
    private func remember(duplicate new: NewClip, of clip: ClipID, _ study: StudyID, path: String) throws {
        guard path != new.path else { return }
        let file = LeftOutFile(
            path: new.path, contentHash: new.contentHash, byteCount: new.byteCount, state: .duplicate,
            code: LeftOutFile.duplicateCode, reason: LeftOutFile.duplicateReason, clip: clip, study: study)
        try file.sealed(study: study).write(db)
    }
}
