internal import Crypto
internal import EchoCore
internal import Foundation
internal import GRDB

/// The files of a backup.
struct BackupFolder: Sendable {
    let path: String
    var database: String { "\(path)/\(IndexFolder.databaseName)" }
    private var manifest: String { "\(path)/manifest.json" }

    /// What every version's manifest has.
    private struct Version: Decodable {
        let formatVersion: Int
    }

    /// Makes the folder.
    ///
    /// - Throws: ``IndexError/targetNotEmpty``.
    func create() throws(IndexError) {
        let held = (try? FileManager.default.contentsOfDirectory(atPath: path)) ?? []
        guard held.isEmpty else { throw .targetNotEmpty }
        do {
            try FileManager.default.createDirectory(
                atPath: path, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
        } catch { throw IndexError(wrapping: error) }
    }

    /// Describes a database file.
    func manifest(of copy: String) throws -> BackupManifest {
        let queue = try DatabaseQueue(path: copy, configuration: .waiting(readonly: true))
        let (digest, studies, clips) = try queue.read { db in
            (
                try ContentDigest.compute(db), try Int.fetchOne(db, sql: "SELECT COUNT(*) FROM studies") ?? 0,
                try Int.fetchOne(db, sql: "SELECT COUNT(*) FROM clips") ?? 0
            )
        }
        try queue.close()
        let bytes = try Data(contentsOf: URL(filePath: copy), options: .alwaysMapped)
        return BackupManifest(
            formatVersion: StudyIndex.formatVersion, database: IndexFolder.databaseName,
            databaseHash: ContentHash(digest: SHA256.hash(data: bytes)), databaseBytes: bytes.count,
            contentDigest: digest, studies: studies, clips: clips)
    }

    /// Writes the manifest last: a folder without one is no backup.
    func write(_ content: BackupManifest) throws {
        try DurableFile.write(Data(try JSONText.encode(content).utf8 + [10]), to: manifest)
    }

    /// The manifest, once the database matches it.
    ///
    /// - Throws: ``IndexError/noIndex`` without a manifest, ``IndexError/damagedBackup``,
    ///   ``IndexError/newerFormat(found:supported:)``.
    func checkedManifest() throws(IndexError) -> BackupManifest {
        guard let text = try? Data(contentsOf: URL(filePath: manifest)) else { throw .noIndex }
        // A newer manifest may have other fields, so its version is read apart from the rest.
        if let found = try? JSONDecoder().decode(Version.self, from: text).formatVersion,
            found > StudyIndex.formatVersion
        {
            throw .newerFormat(found: found, supported: StudyIndex.formatVersion)
        }
        guard let content = try? JSONDecoder().decode(BackupManifest.self, from: text),
            let bytes = try? Data(contentsOf: URL(filePath: database), options: .alwaysMapped),
            bytes.count == content.databaseBytes,
            ContentHash(digest: SHA256.hash(data: bytes)) == content.databaseHash
        else { throw .damagedBackup }
        return content
    }
}
