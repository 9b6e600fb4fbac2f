internal import EchoCore
internal import Foundation
internal import GRDB

extension EmbeddingSpace {
    /// The row that keeps it.
    func sealed() throws -> SealedRow {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys]
        let settings = String(decoding: try encoder.encode(fingerprint), as: UTF8.self)
        return SealedRow(.spaces, [slot.rawValue, fingerprint.description, settings, dimension, notice])
    }

    /// Reads it back.
    init(_ row: SealedRow) throws {
        let settings: String = try row.get("settings")
        guard let slot = ModelSlot(rawValue: try row.get("slot")),
            let fingerprint = try? JSONDecoder().decode(Fingerprint.self, from: Data(settings.utf8))
        else { throw IndexError.damaged(table: row.table.rawValue, row: nil) }
        self.init(
            slot: slot, fingerprint: fingerprint, dimension: try row.get("dimension"),
            notice: try row.find("notice"))
    }

    /// The spaces of an index, prompt first.
    static func all(_ db: Database) throws -> [EmbeddingSpace] {
        try SealedRow.all(db, .spaces, where: "ORDER BY slot").map { try EmbeddingSpace($0) }
    }

    /// The space that fills a slot.
    ///
    /// - Throws: ``IndexError/noSpace(slot:)``.
    static func serving(_ slot: ModelSlot, _ db: Database) throws -> EmbeddingSpace {
        guard let space = try all(db).first(where: { $0.slot.serves(slot) }) else {
            throw IndexError.noSpace(slot: slot)
        }
        return space
    }

    /// Makes sure that vectors of this space may be compared with the index's own.
    ///
    /// - Throws: ``IndexError/noSpace(slot:)``, ``IndexError/mixedSpace(slot:differing:)``.
    func requireOwn(_ db: Database) throws {
        for row in try SealedRow.all(db, .spaces) {
            let own = try EmbeddingSpace(row)
            guard own.slot == slot || own.slot == .both || slot == .both else { continue }
            var differing = differences(from: own)
            if differing.isEmpty, try row.get("meaning", as: String.self) != fingerprint.description {
                differing = [.preprocessing]
            }
            guard differing.isEmpty else { throw IndexError.mixedSpace(slot: slot, differing: differing) }
            return
        }
        throw IndexError.noSpace(slot: slot)
    }
}
