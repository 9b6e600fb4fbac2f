public import EchoCore
internal import GRDB

extension StudyIndex {
    /// What is known of a file before any work is done on it; the space need not be registered yet.
    public func sighting(
        contentHash: ContentHash, sopInstanceUID: String?, space: EmbeddingSpace
    ) async throws(IndexError) -> Sighting {
        try await reading { try SightingReader.look($0, contentHash, sopInstanceUID, space) }
    }

    /// Stores what became of some files, in their order, all or none; study vectors follow at once.
    ///
    /// - Returns: one entry an item, in order, once all of it is on the disk.
    /// - Throws: ``IndexError/mixedSpace(slot:differing:)`` or ``IndexError/noSpace(slot:)`` for vectors of a
    ///   space that is not registered.
    @discardableResult
    public func record(
        _ batch: [IngestedItem], run: RunID? = nil
    ) async throws(IndexError) -> [RecordedItem] {
        try await writing { db in
            let recorded = try BatchWriter.write(batch, db)
            if let run { try StoredRun.count(recorded, in: run, db) }
            return recorded
        }
    }
}
