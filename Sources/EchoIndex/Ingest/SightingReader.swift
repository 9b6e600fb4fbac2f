internal import EchoCore
internal import GRDB

/// Looks a file up before any work is done on it.
enum SightingReader {
    /// The first clip ingested under a SOP Instance UID.
    static func clip(_ db: Database, uid: String) throws -> ClipID? {
        try String.fetchOne(
            db, sql: "SELECT id FROM clips WHERE sop_instance_uid = ? ORDER BY row LIMIT 1", arguments: [uid]
        ).map { ClipID($0) }
    }

    /// What is known of a file with these bytes and this UID.
    static func look(
        _ db: Database, _ hash: ContentHash, _ uid: String?, _ space: EmbeddingSpace
    ) throws -> Sighting {
        let id = ClipID(content: hash)
        if try SealedRow.one(db, .clips, id.text) != nil {
            let vector = try SealedRow.one(db, .clipVectors, space.slot.rawValue, id.text)
            return vector == nil ? .needsEmbedding(id) : .duplicateContent(id)
        }
        let leftOut = try SealedRow.all(
            db, .leftOut, where: "WHERE content_hash = ? AND state <> 'duplicate' ORDER BY row LIMIT 1",
            [hash.hex])
        if let row = leftOut.first { return .leftOut(try LeftOutFile(row)) }
        if let uid, let twin = try clip(db, uid: uid) { return .sameUIDOtherContent(twin) }
        return .new
    }
}
