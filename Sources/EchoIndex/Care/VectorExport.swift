internal import EchoCore
internal import Foundation
internal import GRDB

/// Writes the vectors of one level of one space, and who they are.
struct VectorExport {
    let db: Database
    let space: EmbeddingSpace
    let level: SearchLevel
    let folder: String

    /// One line of the NDJSON.
    private struct Line: Encodable {
        let row: Int
        let study: String
        let clip: String?
        let kind: String?
        let usable: Bool?
        let view: String?
        /// What the model wants said: a line may leave the index's company.
        let modelNotice: String?

        enum CodingKeys: String, CodingKey {
            case row, study, clip, kind, usable, view
            case modelNotice = "model_notice"
        }
    }

    private var stem: String { "\(space.slot.rawValue)-\(level.rawValue)" }
    /// The files written.
    var names: [String] { ["\(stem).npy", "\(stem).ndjson"] }

    /// - Returns: how many rows.
    func write() throws -> Int {
        let rows = try SealedRow.all(
            db, level.table, where: "WHERE space = ? ORDER BY \(level.idColumn)", [space.slot.rawValue])
        var array = Self.npyHeader(rows: rows.count, columns: space.dimension)
        var lines = ""
        for (place, row) in rows.enumerated() {
            array.append(try row.get("vector", as: Data.self))
            lines += try JSONText.encode(try line(place, try row.get(level.idColumn))) + "\n"
        }
        try DurableFile.write(array, to: "\(folder)/\(stem).npy")
        try DurableFile.write(Data(lines.utf8), to: "\(folder)/\(stem).ndjson")
        return rows.count
    }

    private func line(_ place: Int, _ id: String) throws -> Line {
        guard level == .clip else {
            return Line(
                row: place, study: id, clip: nil, kind: nil, usable: nil, view: nil, modelNotice: space.notice
            )
        }
        guard let clip = try SealedRow.one(db, .clips, id) else {
            throw IndexError.damaged(table: Table.clipVectors.rawValue, row: nil)
        }
        return Line(
            row: place, study: try clip.get("study"), clip: id, kind: try clip.get("kind"),
            usable: try clip.find("left_out_reason", as: String.self) == nil, view: try clip.find("view"),
            modelNotice: space.notice)
    }

    /// NumPy's format 1.0: magic, version, header length, a Python literal filled with blanks to 64 bytes.
    private static func npyHeader(rows: Int, columns: Int) -> Data {
        let literal = "{'descr': '<f4', 'fortran_order': False, 'shape': (\(rows), \(columns)), }"
        let filling = (64 - (10 + literal.utf8.count + 1) % 64) % 64
        var header = Data([0x93] + Array("NUMPY".utf8) + [1, 0])
        header.append(littleEndian: UInt16(literal.utf8.count + filling + 1))
        header.append(Data((literal + String(repeating: " ", count: filling) + "\n").utf8))
        return header
    }
}
