import EchoIndex
public import Foundation

/// A table of files and what is known of them: CSV with a header line, or one JSON object a line.
public struct Manifest: Sendable {
    /// The rows in order.
    public let entries: [ManifestEntry]
    /// The folder that relative paths start from.
    public let folder: URL

    /// Joins rows that were read before.
    init(entries: [ManifestEntry], folder: URL) {
        self.entries = entries
        self.folder = folder
    }

    /// Reads `.ndjson`, `.jsonl` or `.json` as NDJSON, anything else as CSV.
    ///
    /// - Throws: ``ServiceError/table(problem:line:)`` where the file does not parse, or a row has no path, a date
    ///   that is no day, a report file that cannot be read, or another row's path.
    public init(path: String) throws {
        folder = URL(filePath: path).deletingLastPathComponent()
        var lines: [String: Int] = [:]
        var entries: [ManifestEntry] = []
        for row in try TableFile(path: path).rows {
            let entry = try Self.entry(row)
            if let line = lines.updateValue(row.line, forKey: entry.path) {
                throw ServiceError.table(problem: "the path stands in line \(line) already", line: row.line)
            }
            if let report = Self.reportFile(entry, in: folder), SidecarReport.read(report) == nil {
                throw ServiceError.table(problem: "the report's file cannot be read", line: row.line)
            }
            entries.append(entry)
        }
        self.entries = entries
    }

    private static func entry(_ row: TableFile.Row) throws -> ManifestEntry {
        guard let file = row.fields["path"] else {
            throw ServiceError.table(problem: "there is no `path`", line: row.line)
        }
        if let date = row.fields["date"], StudyDate(date) == nil {
            throw ServiceError.table(problem: "`date` is no day written YYYY-MM-DD", line: row.line)
        }
        return ManifestEntry(
            path: file, patient: row.fields["patient"], study: row.fields["study"],
            date: row.fields["date"], view: row.fields["view"], accession: row.fields["accession"],
            report: row.fields["report"])
    }

    /// Where a row's file is: as it stands, beside the manifest, or below one of the folders given.
    public func resolve(_ path: String, below folders: [String]) -> String {
        if path.hasPrefix("/") { return path }
        let places = [folder.appending(path: path).path, path] + folders.map { $0 + "/" + path }
        return places.first { FileManager.default.fileExists(atPath: $0) } ?? places[0]
    }

    /// A row's report: the content of a text file where it names one, else the words themselves.
    func report(of entry: ManifestEntry) -> String? {
        Self.reportFile(entry, in: folder).flatMap { SidecarReport.read($0) } ?? entry.report
    }

    /// The text files that rows name as reports.
    var reportFiles: [String] { entries.compactMap { Self.reportFile($0, in: folder) } }

    private static func reportFile(_ entry: ManifestEntry, in folder: URL) -> String? {
        guard let report = entry.report, report.hasSuffix(".txt"), !report.contains("\n") else { return nil }
        return report.hasPrefix("/") ? report : folder.appending(path: report).path
    }
}
