public import Foundation

/// A table of files and what is known of them: CSV with a header line, or one JSON object a line.
public struct Manifest: Sendable {
    /// The rows in order.
    public let entries: [ManifestEntry]
    /// The folder that relative paths start from.
    public let folder: URL

    /// Reads `.ndjson`, `.jsonl` or `.json` as NDJSON, anything else as CSV.
    ///
    /// - Throws: ``ServiceError/table(problem:line:)`` where a row has no path or the file does not parse.
    public init(path: String) throws {
        let url = URL(filePath: path)
        folder = url.deletingLastPathComponent()
        let table = try TableFile(path: path)
        entries = try table.rows.map { row in
            guard let file = row.fields["path"], !file.isEmpty else {
                throw ServiceError.table(problem: "there is no `path`", line: row.line)
            }
            return ManifestEntry(
                path: file, patient: row.fields["patient"], study: row.fields["study"],
                date: row.fields["date"], view: row.fields["view"], accession: row.fields["accession"],
                report: row.fields["report"])
        }
    }

    /// Where a row's file is: as it stands, beside the manifest, or below one of the folders given.
    public func resolve(_ path: String, below folders: [String]) -> String {
        if path.hasPrefix("/") { return path }
        let places = [folder.appending(path: path).path, path] + folders.map { $0 + "/" + path }
        return places.first { FileManager.default.fileExists(atPath: $0) } ?? places[0]
    }
}
