internal import Foundation

/// The files of an index.
struct IndexFolder: Sendable {
    /// The folder itself.
    let path: String

    /// The source of truth.
    var database: String { "\(path)/echoseek.sqlite" }
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
