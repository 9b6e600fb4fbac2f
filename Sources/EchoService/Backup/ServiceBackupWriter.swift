import EchoCore
import EchoIndex
import EchoLedger
import Foundation

/// Copies a server's state into a backup, while the server works.
///
/// The ledger is copied before the index, and files after it: so whatever a job, a verdict or an edited draft speaks of
/// is in the copy of the index, and every clip of that has its file.
struct ServiceBackupWriter {
    let from: ServiceFolder
    let to: ServiceFolder
    let withOriginals: Bool

    /// The first step.
    func copyLedger() async throws {
        try to.create()
        let ledger = try await Ledger.open(at: from.ledger, for: .read)
        try await ledger.copy(to: to.ledger)
        try ledger.close()
    }

    /// The last step: the files that belong to the two copies, and the manifest.
    func copyFiles(of index: BackupCopy) async throws -> ServiceBackup {
        let ledger = try await Ledger.open(at: to.ledger, for: .write)
        // Deleted between the two copies: what was written of it goes as well.
        let studies = try index.studies()
        for study in try await ledger.reviewedStudies() where !studies.contains(study) {
            try await ledger.forget(study: study)
        }
        let live = try await Ledger.open(at: from.ledger, for: .read)
        let (waiting, lost) = try await copyWaiting(of: ledger, besides: live)
        try live.close()
        try ledger.close()
        var missing = lost
        let originals = withOriginals ? try copyOriginals(of: index, besides: waiting, &missing) : nil
        let backup = ServiceBackup(
            ledger: try FileFacts(path: to.ledger, byteLimit: .max).contentHash, waiting: waiting,
            originals: originals, missing: missing)
        for folder in [to.path, to.uploads, to.clips] { try SpoolFolder.synchronize(folder) }
        try backup.keep(in: to)
        return backup
    }

    /// Files that jobs have yet to end: as they were sent, or where a job that runs has moved them meanwhile.
    ///
    /// - Parameter live: the ledger as it goes on: of a file that it has an end for by now, nothing is missed.
    private func copyWaiting(
        of ledger: Ledger, besides live: Ledger
    ) async throws -> (copied: [String: ContentHash], missing: Int) {
        var copied: [String: ContentHash] = [:]
        var missing = 0
        for job in try await ledger.jobs() where ![.finished, .cancelled].contains(job.state) {
            let spool = "uploads/" + job.id.text
            let manifest = spool + "/manifest.json"
            copied[manifest] = try copy(manifest)
            for file in try await ledger.files(of: job.id) where file.end == nil {
                guard let hash = file.contentHash else { continue }
                let sent = SpoolFolder.file(file.ordinal, in: spool)
                if try copy(sent, expecting: hash) {
                    copied[sent] = hash
                } else if let moved = ClipStore(folder: from).path(of: hash)?.dropFirst(from.path.count + 1),
                    try copied[String(moved)] != nil || copy(String(moved), expecting: hash)
                {
                    copied[String(moved)] = hash
                } else if try await live.files(of: job.id, offset: file.ordinal, limit: 1).first?.end == nil {
                    missing += 1
                }
            }
        }
        return (copied, missing)
    }

    /// Originals that were sent, of clips that the index has; a clip that was read where it lies has none.
    private func copyOriginals(
        of index: BackupCopy, besides waiting: [String: ContentHash], _ missing: inout Int
    ) throws -> Int {
        let store = ClipStore(folder: from)
        var count = 0
        for clip in try index.clips() {
            guard let path = store.path(of: clip.content) else {
                if clip.path.hasPrefix(ServiceFolder.name + "/") { missing += 1 }
                continue
            }
            let name = String(path.dropFirst(from.path.count + 1))
            guard waiting[name] == nil else { continue }
            if try copy(name, expecting: clip.content) { count += 1 } else { missing += 1 }
        }
        return count
    }

    /// Copies a file to the same place in the backup; `nil` where it is not there.
    private func copy(_ name: String) throws -> ContentHash? {
        try CheckedCopy.make(of: from.path + "/" + name, to: to.path + "/" + name)
    }

    private func copy(_ name: String, expecting hash: ContentHash) throws -> Bool {
        try CheckedCopy.make(of: from.path + "/" + name, to: to.path + "/" + name, expecting: hash)
    }
}
