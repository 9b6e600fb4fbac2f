public import EchoCore
public import EchoIndex
public import EchoLedger

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
    /// - Throws: `IndexError/notFound(_:)`, and what the disk throws.
    public func remove(_ study: StudyID, vacuum: Bool = false) async throws -> Deletion {
        _ = try await index.study(resolving: study.text)
        let store = ClipStore(folder: folder)
        for clip in try await index.clips(of: study) {
            store.remove(clip.contentHash)
            MediaCache.remove(clip.contentHash, from: folder)
        }
        try await ledger?.forget(study: study)
        return try await index.delete(study: study, vacuum: vacuum)
    }
}
