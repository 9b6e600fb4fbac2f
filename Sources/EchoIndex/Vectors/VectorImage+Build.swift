internal import Crypto
internal import EchoCore
internal import Foundation
internal import GRDB

extension VectorImage {
    /// Derives an image from the database, checking every row that goes into it.
    ///
    /// - Throws: ``IndexError/damaged(table:row:)`` for a damaged vector, or where the rows are not those that
    ///   the database says it has.
    static func build(_ db: Database, _ space: EmbeddingSpace, _ level: SearchLevel) throws -> VectorImage {
        let expected = try VectorState.stored(db, space.slot, level)
        let table = level.table
        var bytes = Data()
        bytes.reserveCapacity(
            VectorHeader.size + Int(expected.count) * (space.dimension * 4 + entrySize))
        bytes.append(Data(count: VectorHeader.size))
        var ids = Data()
        var state = VectorState()
        let rows = try Row.fetchCursor(
            db, sql: "\(table.select) WHERE space = ? ORDER BY \(level.idColumn)",
            arguments: [space.slot.rawValue])
        while let row = try rows.next() {
            let sealed = try SealedRow(checking: row, of: table)
            let vector: Data = try sealed.get("vector")
            guard vector.count == space.dimension * 4 else {
                throw IndexError.damaged(table: table.rawValue, row: row["row"])
            }
            bytes.append(vector)
            let id: String = try sealed.get(level.idColumn)
            ids.append(contentsOf: padded(id))
            ids.append(contentsOf: level == .clip ? try clipFlags(db, id) : [0, 1])
            ids.append(Data(count: entrySize - idSize - 2))
            state.add(sealed.checksum)
        }
        guard state == expected else {
            throw IndexError.damaged(table: Table.vectorStates.rawValue, row: nil)
        }
        bytes.append(ids)
        let payload = Array(SHA256.hash(data: bytes.dropFirst(VectorHeader.size)))
        let header = VectorHeader(level: level, space: space, state: state, payload: payload)
        bytes.replaceSubrange(0..<VectorHeader.size, with: header.encoded())
        return VectorImage(header: header, bytes: bytes)
    }

    /// A clip's kind by ``number(of:)``, and 1 where it is usable.
    private static func clipFlags(_ db: Database, _ id: String) throws -> [UInt8] {
        let statement = try db.cachedStatement(
            sql: "SELECT kind, left_out_reason IS NULL FROM clips WHERE id = ?")
        guard let row = try Row.fetchOne(statement, arguments: [id]), let kind = ClipKind(rawValue: row[0])
        else {
            throw IndexError.damaged(table: Table.clips.rawValue, row: nil)
        }
        return [number(of: kind), row[1] ? 1 : 0]
    }

    /// A kind's number in a file.
    static func number(of kind: ClipKind) -> UInt8 {
        switch kind {
        case .bMode: 1
        case .color: 2
        case .spectral: 3
        case .still: 4
        }
    }
}
