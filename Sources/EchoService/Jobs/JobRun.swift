import EchoCore
import EchoIndex
import EchoLedger
import EchoReading
import Foundation

/// One job's files on their way through an ingest.
struct JobRun: Sendable {
    let job: JobID
    let index: StudyIndex
    let ledger: Ledger
    let embedder: ClipEmbedder
    let sections: ReportSections
    let folder: ServiceFolder
    let clipsInFlight: Int
    /// Called after each change of the ledger.
    let told: @Sendable () async -> Void

    private var store: ClipStore { ClipStore(folder: folder) }
    private var spool: String { "\(folder.uploads)/\(job.text)" }

    /// Files that have the same bytes, in order; the first one stands for all.
    private struct Twins {
        let hash: ContentHash
        var ordinals: [Int]
    }

    /// Ingests what has not ended.
    ///
    /// What is no clip is looked at again: it may be a report, and those are stored after all clips, where a kill may
    /// have come between.
    ///
    /// - Returns: whether every file has ended; not where the job was asked to end before this began.
    /// - Throws: what the index, the ledger, the encoder or the disk throws; never what is wrong with a file.
    func run() async throws -> Bool {
        if try await ledger.job(job).isCancelling { return false }
        // Before the ingest, of which the index keeps a row each time that it begins.
        try await embedder.lanes.requireSound()
        // Before anything moves: clips without what their sender said of them would be nobody's.
        let manifest = try UploadManifest(keptIn: spool)
        let files = try await ledger.files(of: job).filter { $0.end == nil || $0.end == .skipped }
        var places: [String: Twins] = [:]
        var paths: [String] = []
        for file in files {
            guard let hash = file.contentHash else { continue }
            let place: String
            do {
                place = try store.take(SpoolFolder.file(file.ordinal, in: spool), hash)
            } catch JobError.lostFile {
                if file.end == nil { try await lose(file) }
                continue
            }
            if places[place] == nil { paths.append(place) }
            places[place, default: Twins(hash: hash, ordinals: [])].ordinals.append(file.ordinal)
        }
        var options = IngestOptions(paths: paths, clipsInFlight: clipsInFlight)
        options.base = folder.index
        // Whoever sends a file that was refused before asks for it to be tried again.
        options.retriesLeftOut = true
        let ingest = try await Ingest(
            index: index, embedder: embedder, sections: sections, options: options,
            tables: IngestTables(manifest?.manifest(of: places.mapValues(\.ordinals))))
        let summary = try await ingest.run { event in
            guard case .ended(let file) = event, let twins = places[file.input] else { return }
            try await end(twins, as: file)
        }
        return !summary.interrupted
    }

    /// Removes the originals of files that the index has no clip of and no other job needs, and what is left of the
    /// upload.
    func tidy() async throws {
        for file in try await ledger.files(of: job) {
            guard let hash = file.contentHash else { continue }
            let sighting = try await index.sighting(
                contentHash: hash, sopInstanceUID: nil, space: embedder.space)
            switch sighting {
            case .duplicateContent, .needsEmbedding: break
            case .new, .sameUIDOtherContent, .leftOut:
                if try await !ledger.needs(hash, besides: job) { store.remove(hash) }
            }
        }
        try? FileManager.default.removeItem(atPath: spool)
    }

    private func end(_ twins: Twins, as file: IngestedFile) async throws {
        var ending = JobFileEnding(
            ordinal: twins.ordinals[0], end: Self.end(file.state), code: file.code, reason: file.reason,
            clip: file.clip, study: file.study)
        if ending.end == .duplicate, try await isOurs(file, twins.hash) {
            ending.end = .embedded
            (ending.code, ending.reason) = (nil, nil)
        }
        var endings = [ending]
        for ordinal in twins.ordinals.dropFirst() {
            var twin = ending
            twin.ordinal = ordinal
            if ending.end == .embedded {
                twin.end = .duplicate
                (twin.code, twin.reason) = (IngestedFile.duplicateCode, IngestedFile.duplicateReason)
            }
            endings.append(twin)
        }
        let (ledger, job, kept) = (ledger, job, endings)
        _ = try await ledger.end(kept, of: job, at: Date())
        await told()
    }

    /// Whether a clip that the index knows was stored by this job just before a kill: it has our own path, and no
    /// job says that it embedded it.
    private func isOurs(_ file: IngestedFile, _ hash: ContentHash) async throws -> Bool {
        guard let id = file.clip else { return false }
        let (index, ledger) = (index, ledger)
        // What the index has acknowledged is told to the end, also for a job that was cancelled.
        let (known, isTold) = try await Ingest.toTheEnd {
            (try await index.knownClip(id.text)?.path, try await ledger.hasEmbedded(hash))
        }
        guard !isTold, let known else { return false }
        return folder.index + "/" + known == file.input
    }

    private func lose(_ file: JobFile) async throws {
        let report = JobError.lostFile.report
        _ = try await ledger.end(
            [
                JobFileEnding(
                    ordinal: file.ordinal, end: .quarantined, code: report.code, reason: report.reason)
            ], of: job, at: Date())
        await told()
    }

    private static func end(_ state: ItemState) -> FileEnd {
        switch state {
        case .embedded: .embedded
        case .duplicate: .duplicate
        case .skipped: .skipped
        case .quarantined: .quarantined
        }
    }
}
