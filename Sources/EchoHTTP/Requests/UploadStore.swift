package import EchoLedger
package import Foundation

/// Clips that callers sent to be looked at, not to be kept: files of a private folder, each for some minutes.
package actor UploadStore {
    /// One of them.
    package struct Kept: Sendable {
        let id: String
        package let path: String
        let byteCount: Int
        let ends: Date
    }

    /// How long one is kept, in seconds, unless told otherwise.
    package static let usualLifetime = 15 * 60.0
    /// How many are kept, over all callers, and of one.
    static let most = 64
    static let mostOfOne = 16

    private let folder: URL
    private let lifetime: TimeInterval
    private var kept: [String: (upload: Kept, owner: AuditActor, end: Task<Void, Never>)] = [:]
    private var writing: [AuditActor: Int] = [:]

    /// Empties the folder: what an earlier process kept is over.
    package init(folder: URL, lifetime: TimeInterval = UploadStore.usualLifetime) throws {
        self.folder = folder
        self.lifetime = lifetime
        try? FileManager.default.removeItem(at: folder)
        try FileManager.default.createDirectory(
            at: folder, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
    }

    /// Reserves a place and names its file.
    ///
    /// - Throws: ``HTTPFailure/uploadsFull(limit:)``.
    package func begin(for owner: AuditActor, at now: Date) throws -> (id: String, path: String) {
        forgetOld(now)
        let own = kept.values.count { $0.owner == owner } + writing[owner, default: 0]
        guard own < Self.mostOfOne else { throw HTTPFailure.uploadsFull(limit: Self.mostOfOne) }
        guard kept.count + writing.values.reduce(0, +) < Self.most else {
            throw HTTPFailure.uploadsFull(limit: Self.most)
        }
        writing[owner, default: 0] += 1
        let id = "up-" + (0..<2).map { _ in String(format: "%016lx", UInt64.random(in: 0 ... .max)) }.joined()
        return (id, folder.appending(path: id).path)
    }

    /// Keeps a file that was written, until its time is over.
    package func keep(_ id: String, byteCount: Int, owner: AuditActor, at now: Date) -> Kept {
        writing[owner, default: 1] -= 1
        let upload = Kept(
            id: id, path: folder.appending(path: id).path, byteCount: byteCount, ends: now + lifetime)
        let end = Task<Void, Never> {
            guard (try? await Task.sleep(for: .seconds(lifetime))) != nil else { return }
            drop(id)
        }
        kept[id] = (upload, owner, end)
        return upload
    }

    /// Forgets a file that was begun and is not to be kept.
    func abandon(_ id: String, owner: AuditActor) {
        writing[owner, default: 1] -= 1
        try? FileManager.default.removeItem(at: folder.appending(path: id))
    }

    /// The file of an upload, for its owner alone.
    ///
    /// - Throws: ``HTTPFailure/noUpload``.
    package func find(_ id: String, owner: AuditActor, at now: Date) throws -> Kept {
        forgetOld(now)
        guard let found = kept[id], found.owner == owner else { throw HTTPFailure.noUpload }
        return found.upload
    }

    /// Forgets an upload.
    ///
    /// - Throws: ``HTTPFailure/noUpload``.
    func remove(_ id: String, owner: AuditActor, at now: Date) throws {
        _ = try find(id, owner: owner, at: now)
        drop(id)
    }

    private func forgetOld(_ now: Date) {
        for (id, entry) in kept where entry.upload.ends <= now { drop(id) }
    }

    private func drop(_ id: String) {
        kept.removeValue(forKey: id)?.end.cancel()
        try? FileManager.default.removeItem(at: folder.appending(path: id))
    }
}
