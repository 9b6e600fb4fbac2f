public import EchoCore
public import EchoIndex
public import EchoLedger
import Foundation

/// Deletes a study with all that is kept of it: originals that were sent, media, reviews, and the index's rows.
public struct StudyRemoval: Sendable {
    let index: StudyIndex
    let ledger: Ledger?
    let folder: ServiceFolder

    /// Joins the parts; a ledger is missing where no server ever ran.
    public init(index: StudyIndex, ledger: Ledger?, folder: ServiceFolder) {
        self.index = index
        self.ledger = ledger
        self.folder = folder
    }

    /// Removes the study; the index's rows go last, so that who is cut short can ask for the same again.
    ///
    /// What a job stores meanwhile, until the rows go, goes too. An original that a job has yet to take in stays.
    ///
    /// - Parameter actor: who asks for it: stands in the audit trail before anything is removed.
    /// - Throws: `IndexError/notFound(_:)`, and what the disk throws.
    public func remove(
        _ study: StudyID, by actor: AuditActor, vacuum: Bool = false
    ) async throws -> Deletion {
        _ = try await index.study(resolving: study.text)
        try await ledger?.append(AuditRecord(.delete, by: actor, studies: [study]), at: Date())
        for clip in try await index.clips(of: study) { try await removeFiles(of: clip.contentHash) }
        var contents = try await ledger?.forget(study: study) ?? []
        let deletion = try await index.delete(study: study, vacuum: vacuum)
        contents += deletion.contents
        contents += try await ledger?.forget(study: study) ?? []
        // Also what was being drawn when it was removed; a clip that was taken in anew keeps its files.
        for content in Set(contents) {
            guard try await index.knownClip(ClipID(content: content).text) == nil else { continue }
            try await removeFiles(of: content)
        }
        return deletion
    }

    private func removeFiles(of content: ContentHash) async throws {
        MediaCache.remove(content, from: folder)
        guard try await ledger?.needs(content) != true else { return }
        ClipStore(folder: folder).remove(content)
    }
}
