import EchoCore
import EchoIndex
import Foundation

/// Puts a backup's service state into an index's folder.
struct ServiceBackupReader {
    let backup: ServiceBackup
    let from: ServiceFolder
    let to: ServiceFolder

    /// In the name of what is not in its place yet.
    private static let unfinished = ".new."

    /// Copies and checks everything beside its place.
    ///
    /// - Returns: what puts it there.
    /// - Throws: `IndexError/damagedBackup`, ``JobError``.
    func stage() throws -> () throws -> Void {
        for name in try FileManager.default.contentsOfDirectory(atPath: to.index)
        where name.hasPrefix(ServiceFolder.name + Self.unfinished) {
            try FileManager.default.removeItem(atPath: to.index + "/" + name)
        }
        let staged = ServiceFolder(
            index: to.index, name: ServiceFolder.name + Self.unfinished + UUID().uuidString)
        do {
            try staged.create()
            try fill(staged)
        } catch {
            try? FileManager.default.removeItem(atPath: staged.path)
            throw error
        }
        return { try put(staged) }
    }

    private func fill(_ staged: ServiceFolder) throws {
        try copy("ledger.sqlite", into: staged, backup.ledger)
        for (name, hash) in backup.waiting { try copy(name, into: staged, hash) }
        if let count = backup.originals {
            var originals: [String: ContentHash] = [:]
            for name in try FileManager.default.subpathsOfDirectory(atPath: from.clips) {
                originals["clips/" + name] = ClipStore.hash(of: name)
            }
            for name in backup.waiting.keys { originals[name] = nil }
            guard originals.count == count else { throw IndexError.damagedBackup }
            for (name, hash) in originals { try copy(name, into: staged, hash) }
        }
        try synchronizeFolders(of: staged.path)
    }

    private func copy(_ name: String, into staged: ServiceFolder, _ hash: ContentHash) throws {
        guard
            try CheckedCopy.make(
                of: from.path + "/" + name, to: staged.path + "/" + name, expecting: hash)
        else { throw IndexError.damagedBackup }
    }

    private func synchronizeFolders(of path: String) throws {
        try SpoolFolder.synchronize(path)
        for name in try FileManager.default.subpathsOfDirectory(atPath: path) {
            var isFolder: ObjCBool = false
            let place = path + "/" + name
            guard FileManager.default.fileExists(atPath: place, isDirectory: &isFolder), isFolder.boolValue
            else { continue }
            try SpoolFolder.synchronize(place)
        }
    }

    private func put(_ staged: ServiceFolder) throws {
        let files = FileManager.default
        if files.fileExists(atPath: to.path) {
            if backup.originals == nil { try keepOriginals(in: staged) }
            try files.removeItem(atPath: to.path)
        }
        try files.moveItem(atPath: staged.path, toPath: to.path)
        try SpoolFolder.synchronize(to.index)
    }

    /// Originals that the backup left out stay.
    private func keepOriginals(in staged: ServiceFolder) throws {
        let files = FileManager.default
        guard files.fileExists(atPath: to.clips) else { return }
        for name in try files.subpathsOfDirectory(atPath: to.clips) where ClipStore.hash(of: name) != nil {
            let place = staged.clips + "/" + name
            guard !files.fileExists(atPath: place) else { continue }
            try files.createDirectory(
                at: URL(filePath: place).deletingLastPathComponent(), withIntermediateDirectories: true,
                attributes: [.posixPermissions: 0o700])
            try files.moveItem(atPath: to.clips + "/" + name, toPath: place)
        }
    }
}
