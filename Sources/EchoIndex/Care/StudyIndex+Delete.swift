public import EchoCore
internal import GRDB

extension StudyIndex {
    /// Removes a study with everything that belongs to it, and overwrites what it occupied.
    ///
    /// Backups and exports made before keep their copies.
    ///
    /// - Parameter vacuum: also give the room back to the disk; rewrites the whole database.
    /// - Throws: ``IndexError/notFound(_:)``.
    public func delete(study: StudyID, vacuum: Bool = false) async throws(IndexError) -> Deletion {
        var deletion = try await writing { try StudyCleanup.remove($0, study) }
        try await refreshVectorFiles()
        do {
            if vacuum { try await pool.vacuum() }
            // The log still holds the old pages until it is written back and cut to nothing.
            _ = try await pool.writeWithoutTransaction { try $0.checkpoint(.truncate) }
        } catch let error as DatabaseError where error.resultCode == .SQLITE_BUSY {
            deletion.isOverwritten = false
        } catch { throw IndexError(wrapping: error) }
        return deletion
    }
}
