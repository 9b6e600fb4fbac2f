import Foundation

/// The folder `service` in an index's own: what a server keeps beside the index.
public struct ServiceFolder: Sendable, Equatable {
    /// The index's folder.
    public let index: String
    /// The folder itself.
    public let path: String

    /// Touches no file.
    public init(index path: String) { self.init(index: path, name: Self.name) }

    /// One of another name, to be put in place of the first.
    init(index: String, name: String) {
        self.index = index
        path = index + "/" + name
    }

    static let name = "service"

    /// Jobs, keys, the audit trail, reviews.
    public var ledger: String { path + "/ledger.sqlite" }
    /// Files as they were sent, a folder a job.
    public var uploads: String { path + "/uploads" }
    /// Originals of clips that were sent, by content.
    public var clips: String { path + "/clips" }
    /// Pictures and films of clips; derived.
    public var media: String { path + "/media" }

    /// Makes the folders, readable by their owner alone.
    public func create() throws {
        for folder in [path, uploads, clips, media] {
            try FileManager.default.createDirectory(
                atPath: folder, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
        }
    }
}
