public import EchoIndex
public import EchoReading
import EchoCore
import Foundation

/// Takes files into an index: each ends embedded, duplicate, skipped or quarantined, and is counted.
///
/// Work on several files goes on at once; they are stored one by one in input order, so that a run that was
/// killed and one that was not leave the same content. What an ``IngestEvent/ended(_:)`` reports is on the disk.
public struct Ingest: Sendable {
    let index: StudyIndex
    let embedder: ClipEmbedder
    let space: EmbeddingSpace
    let options: IngestOptions
    let tables: IngestTables
    let reportIngest: ReportIngest

    /// - Throws: `IndexError/mixedSpace` where the index holds vectors made otherwise.
    public init(
        index: StudyIndex, embedder: ClipEmbedder, sections: ReportSections, options: IngestOptions,
        tables: IngestTables
    ) async throws {
        self.index = index
        self.embedder = embedder
        self.options = options
        self.tables = tables
        space = embedder.space
        try await index.registerSpace(space)
        reportIngest = ReportIngest(index: index, embedder: embedder, space: space, sections: sections)
    }

    /// Runs to the end, or to the end of the files in flight where the task is cancelled.
    ///
    /// - Throws: what the index, the model or `progress` throws; never what is wrong with a file.
    public func run(
        progress: (IngestEvent) async throws -> Void
    ) async throws -> IngestSummary {
        let start = ContinuousClock.now
        let (manifest, table) = (tables.manifest, tables.reports)
        let walk = InputWalk(paths: options.paths, manifest: manifest, tables: options.tables)
        let index = index
        let run = try await index.beginRun(at: Date())
        var summary = IngestSummary()
        summary.modelNotice = space.notice
        try await progress(.found(files: walk.files.count + walk.refusals.count))
        for refusal in walk.refusals {
            let ended = IngestedFile(refusal)
            summary.count(ended)
            try await progress(.ended(ended))
        }
        do {
            let reports = try await storeAll(
                walk.files, manifest: manifest, run: run, summary: &summary, progress: progress)
            if !summary.interrupted { try await storeReports(reports, table: table, summary: &summary) }
        } catch {
            try? await Self.toTheEnd { try await index.endRun(run, at: Date()) }
            throw error
        }
        try await Self.toTheEnd {
            try await index.refreshVectorFiles()
            try await index.endRun(run, at: Date())
        }
        summary.seconds = (ContinuousClock.now - start) / .seconds(1)
        summary.framesPerSecond = Double(summary.frames) / max(summary.seconds, 1e-9)
        return summary
    }

    /// The paths of structured reports among the files, in order.
    private func storeAll(
        _ files: [InputFile], manifest: Manifest?, run: RunID, summary: inout IngestSummary,
        progress: (IngestEvent) async throws -> Void
    ) async throws -> [String] {
        var prepared: [Int: PreparedFile] = [:]
        var reports: [String] = []
        var started = 0
        var stored = 0
        try await withThrowingTaskGroup(of: (Int, PreparedFile?).self) { group in
            while stored < files.count {
                while started < files.count, started - stored < options.clipsInFlight, !Task.isCancelled {
                    let place = started
                    group.addTask { (place, try await prepareUnlessCancelled(files[place], manifest)) }
                    started += 1
                }
                guard let (place, file) = try await group.next() else { break }
                guard let file else { continue }
                prepared[place] = file
                while let next = prepared.removeValue(forKey: stored) {
                    let ended = try await store(next, files[stored], manifest, run: run, summary: &summary)
                    if next.isReport { reports.append(files[stored].path) }
                    try await progress(.ended(ended))
                    stored += 1
                }
            }
        }
        summary.interrupted = stored < files.count
        return reports
    }

    /// `nil` for a file that was not begun when the run was cancelled.
    private func prepareUnlessCancelled(
        _ file: InputFile, _ manifest: Manifest?
    ) async throws -> PreparedFile? {
        do {
            return try await prepare(file, manifest: manifest)
        } catch is CancellationError {
            return nil
        } catch IndexError.cancelled where Task.isCancelled {
            return nil
        }
    }
}
