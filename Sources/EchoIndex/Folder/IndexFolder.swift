internal import EchoCore
internal import Foundation

/// The files of an index.
struct IndexFolder: Sendable {
    /// The folder itself.
    let path: String

    /// The database's name in an index and in a backup.
    static let databaseName = "echoseek.sqlite"

    /// The source of truth.
    var database: String { "\(path)/\(Self.databaseName)" }
    /// Held by the one writer.
    var lock: String { "\(path)/lock" }
    /// Where derived files are.
    var vectors: String { "\(path)/vectors" }

    /// Whether there is a database.
    var hasDatabase: Bool { FileManager.default.fileExists(atPath: database) }

    /// Makes the folders, readable by their owner alone: what they will hold is patient data.
    func create() throws(IndexError) {
        do {
            try FileManager.default.createDirectory(
                atPath: vectors, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
        } catch {
            throw IndexError(wrapping: error)
        }
    }

    /// Makes the database's file where there is none, readable by its owner alone whatever the folder is; SQLite
    /// gives its log the same permissions.
    func createDatabase() throws(IndexError) {
        let opened = open(database, O_RDWR | O_CREAT | O_CLOEXEC, 0o600)
        guard opened >= 0 else { throw IndexError(errno: errno) }
        _ = Foundation.close(opened)
    }

    /// What SQLite opens to read.
    ///
    /// A reader beside writers has to write too, in the log's index. Where it cannot, on a read-only disk or in
    /// another's folder, and there is no log, nobody is writing: then the file is read as it stands.
    var readableDatabase: String {
        guard access(path, W_OK) != 0, !FileManager.default.fileExists(atPath: "\(database)-wal") else {
            return database
        }
        return URL(filePath: database).absoluteString + "?immutable=1"
    }

    /// Bytes of the files in a folder whose names begin with a prefix.
    static func bytes(in folder: String, prefix: String = "") -> Int {
        let names = (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []
        return names.filter { $0.hasPrefix(prefix) }.reduce(0) { total, name in
            let facts = try? FileManager.default.attributesOfItem(atPath: "\(folder)/\(name)")
            guard facts?[.type] as? FileAttributeType == .typeRegular else { return total }
            return total + (facts?[.size] as? Int ?? 0)
        }
    }
}
