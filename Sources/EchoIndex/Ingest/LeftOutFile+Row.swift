internal import EchoCore
internal import GRDB

extension LeftOutFile {
    /// The code of a file whose bytes are known.
    public static let duplicateCode = "index.duplicate"
    /// The same in words.
    public static let duplicateReason = "Another file with the same bytes is in the index."

    /// The row that keeps it; an unreadable file has the empty hash.
    func sealed(study: StudyID?) -> SealedRow {
        SealedRow(
            .leftOut,
            [path, contentHash?.hex ?? "", byteCount, state.rawValue, code, reason, clip?.text, study?.text])
    }

    /// Reads it back.
    init(_ row: SealedRow) throws {
        guard let state = ItemState(rawValue: try row.get("state")), state != .embedded else {
            throw IndexError.damaged(table: row.table.rawValue, row: nil)
        }
        self.init(
            path: try row.get("path"), contentHash: ContentHash(hex: try row.get("content_hash")),
            byteCount: try row.find("byte_count"), state: state, code: try row.get("code"),
            reason: try row.get("reason"), clip: try row.find("clip", as: String.self).map { ClipID($0) },
            study: try row.find("study", as: String.self).map { StudyID($0) })
    }
}
