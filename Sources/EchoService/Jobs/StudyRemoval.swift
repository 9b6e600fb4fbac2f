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

    /// Removes the study; who is cut short before the index's rows go can ask for the same again, and what comes after
    /// is done to its end.
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
        let contents = try await ledger?.forget(study: study) ?? []
        return try await Ingest.toTheEnd { try await removeRows(of: study, contents, vacuum: vacuum) }
    }

    /// Removes the index's rows, and what was stored or drawn since their files were removed.
    private func removeRows(
        of study: StudyID, _ forgotten: [ContentHash], vacuum: Bool
    ) async throws -> Deletion {
        let deletion = try await index.delete(study: study, vacuum: vacuum)
        let late = try await ledger?.forget(study: study) ?? []
        for content in Set(forgotten + deletion.contents + late) {
            MediaCache.remove(content, from: folder)
            // A job needs what it has yet to take in; what it has taken in by now is a clip again.
            guard try await ledger?.needs(content) != true,
                try await index.knownClip(ClipID(content: content).text) == nil
            else { continue }
            ClipStore(folder: folder).remove(content)
        }
        return deletion
    }

    private func removeFiles(of content: ContentHash) async throws {
        MediaCache.remove(content, from: folder)
        guard try await ledger?.needs(content) != true else { return }
        ClipStore(folder: folder).remove(content)
    }
}
