import EchoCore
import EchoDecode
import EchoIndex

extension Ingest {
    /// Writes one file's outcome; a repeat of a clip that was deleted since it was looked up is taken in anew.
    func store(
        _ file: PreparedFile, _ input: InputFile, _ manifest: Manifest?, run: RunID,
        summary: inout IngestSummary
    ) async throws -> IngestedFile {
        do { return try await store(file, of: input, run: run, summary: &summary) } catch IndexError.notFound(
            .clip)
        {
            let again = try await prepare(input, manifest: manifest)
            return try await store(again, of: input, run: run, summary: &summary)
        }
    }

    /// Writes one file's outcome, and the report found with it.
    private func store(
        _ file: PreparedFile, of input: InputFile, run: RunID, summary: inout IngestSummary
    ) async throws -> IngestedFile {
        let start = ContinuousClock.now
        var recorded: RecordedItem?
        if let item = file.item {
            let index = index
            recorded = try await Self.toTheEnd { try await index.record([item], run: run).first }
        }
        let ended = IngestedFile(input, file.verdict, recorded)
        summary.count(ended)
        summary.frames += file.frames
        summary.stages += file.timing
        if recorded?.hasOtherPatient == true { summary.patientConflicts += 1 }
        if let report = file.report, let study = ended.study {
            try await keep(report, of: study.text, summary: &summary)
        }
        summary.storeSeconds += (ContinuousClock.now - start) / .seconds(1)
        return ended
    }

    /// Stores what names its study itself, once all clips are there: structured reports, then the table's.
    func storeReports(
        _ paths: [String], table: [ReportIngest.Row], summary: inout IngestSummary
    ) async throws {
        for path in paths {
            guard !Task.isCancelled else { return summary.interrupted = true }
            guard let report = try? StructuredReport(path: path), let study = report.studyInstanceUID else {
                summary.unmatchedReports += 1
                continue
            }
            try await keep(report.text, of: study, summary: &summary)
        }
        for row in table {
            guard !Task.isCancelled else { return summary.interrupted = true }
            try await keep(row.text, of: row.study, summary: &summary)
        }
    }

    private func keep(_ text: String, of study: String, summary: inout IngestSummary) async throws {
        let reportIngest = reportIngest
        summary.count(try await Self.toTheEnd { try await reportIngest.record(text, of: study) })
    }

    /// Runs work that a cancelled run still has to finish; a task of its own, since the index refuses to work for
    /// a cancelled one.
    static func toTheEnd<Value: Sendable>(
        _ work: @escaping @Sendable () async throws -> Value
    ) async throws -> Value {
        try await Task { try await work() }.value
    }
}
