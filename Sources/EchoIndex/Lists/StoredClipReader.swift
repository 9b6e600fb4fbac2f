internal import EchoCore
internal import Foundation
internal import GRDB

/// Reads clips.
enum StoredClipReader {
    /// Clips, all or of a study; by study, then id.
    static func list(_ db: Database, _ study: StudyID?, _ page: Page) throws -> [StoredClip] {
        let rows =
            if let study {
                try SealedRow.all(
                    db, .clips, where: "WHERE study = ? ORDER BY id LIMIT ? OFFSET ?",
                    [study.text, page.limit, page.offset])
            } else {
                try SealedRow.all(
                    db, .clips, where: "ORDER BY study, id LIMIT ? OFFSET ?", [page.limit, page.offset])
            }
        return try rows.map { try clip(db, $0) }
    }

    /// The clips that go by a name: by opaque id, else by UID, else by path.
    static func list(_ db: Database, resolving text: String) throws -> [StoredClip] {
        for column in ["id", "sop_instance_uid", "path"] {
            let rows = try SealedRow.all(db, .clips, where: "WHERE \(column) = ? ORDER BY id", [text])
            if !rows.isEmpty { return try rows.map { try clip(db, $0) } }
        }
        return []
    }

    private static func clip(_ db: Database, _ row: SealedRow) throws -> StoredClip {
        let id = ClipID(try row.get("id"))
        guard let hash = ContentHash(hex: try row.get("content_hash")),
            let kind = ClipKind(rawValue: try row.get("kind")),
            let frames = try SealedRow.one(db, .frames, id.text)
        else { throw IndexError.damaged(table: Table.clips.rawValue, row: nil) }
        return StoredClip(
            id: id, study: StudyID(try row.get("study")),
            series: try row.find("series", as: String.self).map { SeriesID($0) }, path: try row.get("path"),
            contentHash: hash, byteCount: try row.get("byte_count"),
            sopInstanceUID: try row.find("sop_instance_uid"), sharesUIDWith: try twin(db, row, of: id),
            view: try row.find("view"), classed: ClipClass(kind, reason: try row.get("kind_reason")),
            leftOutReason: try row.find("left_out_reason"),
            labels: try JSONText.decode(try row.get("labels"), of: .clips),
            container: try row.get("container"),
            codec: try row.get("codec"),
            size: PictureSize(width: try row.get("width"), height: try row.get("height")),
            frameCount: try row.get("frame_count"), frameTimes: Self.times(try frames.get("times")),
            framesUsed: try JSONText.decode(try frames.get("used"), of: .frames), mask: try mask(row),
            manufacturer: try row.find("manufacturer"), manufacturerModelName: try row.find("model_name"),
            heartRate: try row.find("heart_rate"),
            regions: try JSONText.decode(try row.get("regions"), of: .clips))
    }

    /// The clip that was ingested before this one under the same UID.
    private static func twin(_ db: Database, _ row: SealedRow, of id: ClipID) throws -> ClipID? {
        guard let uid: String = try row.find("sop_instance_uid") else { return nil }
        let first = try SightingReader.clip(db, uid: uid)
        return first == id ? nil : first
    }

    private static func mask(_ row: SealedRow) throws -> MaskFacts? {
        guard let method: String = try row.find("mask_method") else { return nil }
        return MaskFacts(method: method, coverage: try row.get("mask_coverage"))
    }

    private static func times(_ bytes: Data) -> [Double] {
        [Double](unsafeUninitializedCapacity: bytes.count / 8) { buffer, filled in
            filled = bytes.copyBytes(to: buffer) / 8
        }
    }
}
