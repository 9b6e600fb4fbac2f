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
    /// - Parameter actor: who asks for it: stands in the audit trail before anything is removed.
    /// - Throws: `IndexError/notFound(_:)`, and what the disk throws.
    public func remove(
        _ study: StudyID, by actor: AuditActor, vacuum: Bool = false
    ) async throws -> Deletion {
        _ = try await index.study(resolving: study.text)
        try await ledger?.append(AuditRecord(.delete, by: actor, studies: [study]), at: Date())
        let store = ClipStore(folder: folder)
        let contents = try await index.clips(of: study).map(\.contentHash)
        for content in contents {
            store.remove(content)
            MediaCache.remove(content, from: folder)
        }
        try await ledger?.forget(study: study)
        let deletion = try await index.delete(study: study, vacuum: vacuum)
        // What was being drawn when it was removed.
        for content in contents { MediaCache.remove(content, from: folder) }
        return deletion
    }
}
