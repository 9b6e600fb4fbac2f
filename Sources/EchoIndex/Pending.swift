public import EchoCore
public import Foundation
internal import GRDB

struct IndexFolder { let path: String }
struct FolderLock: Sendable {}
struct VectorFiles { let folder: IndexFolder }

extension StudyIndex {
    /// Opens the index in a folder.
    ///
    /// - Throws: ``IndexError/busy`` where another process writes, ``IndexError/noIndex`` where there is nothing
    ///   to read, ``IndexError/newerFormat(found:supported:)``, ``IndexError/damaged(table:row:)`` where the
    ///   database is none, ``IndexError/denied``.
    public static func open(at path: String, for access: Access) async throws(IndexError) -> StudyIndex {
        throw .noIndex
    }

    /// Ends all work and gives the lock back; later calls fail.
    public func close() async throws(IndexError) {}

    // MARK: spaces

    /// Registers the space that vectors are about to be written in; the same one again changes nothing.
    ///
    /// - Throws: ``IndexError/mixedSpace(slot:differing:)`` where the slot is filled by another.
    public func registerSpace(_ space: EmbeddingSpace) async throws(IndexError) { throw .readOnly }

    /// The spaces, prompt first.
    public func spaces() async throws(IndexError) -> [EmbeddingSpace] { throw .readOnly }

    /// The space that fills a slot; a space of `both` fills either.
    ///
    /// - Throws: ``IndexError/noSpace(slot:)``.
    public func space(serving slot: ModelSlot) async throws(IndexError) -> EmbeddingSpace { throw .readOnly }

    // MARK: ingest

    /// Begins a run; the caller gives the time.
    public func beginRun(at time: Date) async throws(IndexError) -> RunID { throw .readOnly }

    /// Ends a run.
    public func endRun(_ run: RunID, at time: Date) async throws(IndexError) { throw .readOnly }

    /// The runs, newest first.
    public func runs() async throws(IndexError) -> [StoredRun] { throw .readOnly }

    /// What is known of a file before any work is done on it; the space need not be registered yet.
    public func sighting(
        contentHash: ContentHash, sopInstanceUID: String?, space: EmbeddingSpace
    ) async throws(IndexError) -> Sighting { throw .readOnly }

    /// Stores what became of some files, in their order, all or none; study vectors follow at once.
    ///
    /// - Returns: one entry an item, in order, once all of it is on the disk.
    /// - Throws: ``IndexError/mixedSpace(slot:differing:)`` or ``IndexError/noSpace(slot:)`` for vectors of a
    ///   space that is not registered.
    @discardableResult
    public func record(
        _ batch: [IngestedItem], run: RunID? = nil
    ) async throws(IndexError) -> [RecordedItem] { throw .readOnly }

    /// Stores a report, in place of the study's earlier one.
    public func record(_ report: NewReport) async throws(IndexError) -> ReportOutcome { throw .readOnly }

    // MARK: search

    /// Ranks everything that passes the filter by its exact cosine to the query; equal scores by id.
    ///
    /// - Throws: ``IndexError/mixedSpace(slot:differing:)`` for a query of another space.
    public func search(_ request: SearchRequest) async throws(IndexError) -> SearchResult { throw .readOnly }

    // MARK: lists

    /// The studies that pass a filter, by date, then id; undated ones last.
    public func studies(
        passing filter: SearchFilter? = nil, page: Page = .all
    ) async throws(IndexError) -> [StoredStudy] { throw .readOnly }

    /// A study's clips, or all clips; by study, then id.
    public func clips(
        of study: StudyID? = nil, page: Page = .all
    ) async throws(IndexError) -> [StoredClip] { throw .readOnly }

    /// The files left out, by path.
    public func leftOutFiles(
        in state: ItemState? = nil, page: Page = .all
    ) async throws(IndexError) -> [LeftOutFile] { throw .readOnly }

    /// The study that goes by an opaque id, a StudyInstanceUID, a manifest's name or an accession number.
    ///
    /// - Throws: ``IndexError/notFound(_:)``, ``IndexError/ambiguous(_:count:)``.
    public func study(resolving text: String) async throws(IndexError) -> StoredStudy { throw .readOnly }

    /// The clip that goes by an opaque id, a SOPInstanceUID or its path as it was given.
    ///
    /// - Throws: ``IndexError/notFound(_:)``, ``IndexError/ambiguous(_:count:)``.
    public func clip(resolving text: String) async throws(IndexError) -> StoredClip { throw .readOnly }

    /// The same patient's other studies, newest first, undated last; none for an unknown patient.
    public func priors(of study: StudyID) async throws(IndexError) -> [PriorStudy] { throw .readOnly }

    /// The vectors of a clip's frames, in time order; empty where it has none in this space.
    public func frameEmbeddings(
        of clip: ClipID, in space: EmbeddingSpace
    ) async throws(IndexError) -> [Embedding] { throw .readOnly }

    /// The vectors of a study's clips, by id; usable ones unless told otherwise.
    public func clipEmbeddings(
        of study: StudyID, in space: EmbeddingSpace, onlyUsable: Bool = true
    ) async throws(IndexError) -> [ClipEmbedding] { throw .readOnly }

    /// The mean over a study's usable clips; `nil` where it has none.
    public func studyEmbedding(
        of study: StudyID, in space: EmbeddingSpace
    ) async throws(IndexError) -> Embedding? { throw .readOnly }

    /// The sentences of a study's report in order, or of all reports by study.
    public func captions(
        of study: StudyID? = nil, page: Page = .all
    ) async throws(IndexError) -> [StoredCaption] { throw .readOnly }

    /// The sentences with these ids, in the order asked for; unknown ones are left out.
    public func captions(_ ids: [CaptionID]) async throws(IndexError) -> [StoredCaption] { throw .readOnly }

    /// The text of a study's report; `nil` where it has none.
    public func reportText(of study: StudyID) async throws(IndexError) -> String? { throw .readOnly }

    // MARK: care

    /// What the index holds, in numbers.
    public func stats(withDigest: Bool = false) async throws(IndexError) -> IndexStats { throw .readOnly }

    /// SHA-256 over a canonical dump of every table but the runs: equal exactly where the content is.
    public func contentDigest() async throws(IndexError) -> ContentHash { throw .readOnly }

    /// Reads everything back and compares it with its checksums.
    public func verify() async throws(IndexError) -> Verification { throw .readOnly }

    /// Derives study vectors and vector files anew.
    ///
    /// - Throws: ``IndexError/damaged(table:row:)`` where a source row is damaged.
    public func rebuild() async throws(IndexError) { throw .readOnly }

    /// Brings the derived vector files up to date, so that the next search need not.
    public func refreshVectorFiles() async throws(IndexError) { throw .readOnly }

    /// Writes a consistent copy into a folder, also while another task or process writes.
    ///
    /// - Throws: ``IndexError/targetNotEmpty``.
    public func backup(to path: String) async throws(IndexError) -> BackupManifest { throw .readOnly }

    /// Puts a backup's content into a folder, after checking it against its manifest.
    ///
    /// - Throws: ``IndexError/targetNotEmpty`` unless forced, ``IndexError/damagedBackup``,
    ///   ``IndexError/busy`` where a process writes to the target.
    public static func restore(
        from backup: String, into path: String, force: Bool = false
    ) async throws(IndexError) -> BackupManifest { throw .readOnly }

    /// Removes a study with everything that belongs to it, and overwrites what it occupied.
    ///
    /// - Parameter vacuum: also give the room back to the disk; rewrites the whole database.
    /// - Throws: ``IndexError/notFound(_:)``.
    public func delete(study: StudyID, vacuum: Bool = false) async throws(IndexError) -> Deletion {
        throw .readOnly
    }

    /// Writes clip and study vectors of each space: `.npy` of float32 `[N, dimension]`, and NDJSON lines with
    /// the ids in row order.
    public func export(to path: String) async throws(IndexError) -> Export { throw .readOnly }
}
