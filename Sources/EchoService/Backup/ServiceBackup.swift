import EchoCore
import EchoIndex
import Foundation

/// What a backup holds of a server's state, kept in its folder `service` as `manifest.json`.
struct ServiceBackup: Sendable, Codable {
    /// The form that this program writes.
    static let formatVersion = 1

    /// Of this manifest.
    let formatVersion: Int
    /// The SHA-256 of the ledger's bytes.
    let ledger: ContentHash
    /// Files of jobs that had not ended, by their paths in the folder.
    let waiting: [String: ContentHash]
    /// Other originals of clips, which their names tell; `nil` where they were left out.
    let originals: Int?
    /// Files that belong to it and were not there, or not what they should be.
    let missing: Int

    /// What every version's manifest has.
    private struct Version: Decodable {
        let formatVersion: Int
    }

    private static func file(in folder: ServiceFolder) -> String { folder.path + "/manifest.json" }

    /// Reads what was kept in a backup; `nil` for one of an index without a server's state.
    ///
    /// - Throws: `IndexError/newerFormat(found:supported:)`, `IndexError/damagedBackup`.
    init?(keptIn folder: ServiceFolder) throws {
        guard FileManager.default.fileExists(atPath: folder.path) else { return nil }
        guard let data = FileManager.default.contents(atPath: Self.file(in: folder)) else {
            throw IndexError.damagedBackup
        }
        if let found = try? JSONDecoder().decode(Version.self, from: data).formatVersion,
            found > Self.formatVersion
        {
            throw IndexError.newerFormat(found: found, supported: Self.formatVersion)
        }
        guard let kept = try? JSONDecoder().decode(Self.self, from: data),
            !kept.waiting.keys.contains(where: { $0.contains("..") })
        else {
            throw IndexError.damagedBackup
        }
        self = kept
    }

    init(ledger: ContentHash, waiting: [String: ContentHash], originals: Int?, missing: Int) {
        formatVersion = Self.formatVersion
        (self.ledger, self.waiting) = (ledger, waiting)
        (self.originals, self.missing) = (originals, missing)
    }

    /// Writes it into the folder, where it is on the disk when this returns.
    func keep(in folder: ServiceFolder) throws {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        let data = try encoder.encode(self)
        var file = try SpoolFile(path: Self.file(in: folder))
        try data.withUnsafeBytes { try file.write($0) }
        _ = try file.finish()
    }
}
