import EchoCore
import Foundation

/// What a sender's manifest says of the files of an upload; kept beside them until they are ingested.
struct UploadManifest {
    /// By the files' places.
    let entries: [Int: ManifestEntry]

    /// Reads a manifest whose paths are the files' names as they were sent.
    ///
    /// A report is its text: a row cannot name a file of the server.
    ///
    /// - Parameters:
    ///   - names: the files' names, by place; `nil` for one that was sent without.
    ///   - folder: the upload's.
    /// - Throws: ``ServiceError/table(problem:line:)``, ``JobError``.
    init(_ table: Data, names: [String?], in folder: String) throws {
        let path = folder + "/manifest.csv"
        try Self.write(table, to: path)
        defer { unlink(path) }
        let rows = try TableFile(path: path).rows
        for row in rows where row.fields["report"]?.hasSuffix(".txt") == true {
            throw ServiceError.table(
                problem: "a report names a file, and its text was expected", line: row.line)
        }
        var entries: [Int: ManifestEntry] = [:]
        for (row, entry) in zip(rows, try Manifest(path: path).entries) {
            let places = Self.places(of: entry.path, among: names)
            guard places.count == 1 else {
                throw ServiceError.table(
                    problem:
                        "the path stands for \(places.count) of the files that were sent, and one was expected",
                    line: row.line)
            }
            guard entries.updateValue(entry, forKey: places[0]) == nil else {
                throw ServiceError.table(problem: "the path's file has a line already", line: row.line)
            }
        }
        self.entries = entries
    }

    /// What was kept in an upload's folder; `nil` where nothing was.
    ///
    /// - Throws: ``JobError/system(code:)`` where it is there and cannot be read, ``JobError/damagedManifest``.
    init?(keptIn folder: String) throws(JobError) {
        guard let data = try Self.read(Self.kept(folder)) else { return nil }
        do { entries = try JSONDecoder().decode([Int: ManifestEntry].self, from: data) } catch {
            throw .damagedManifest
        }
    }

    /// Keeps it where it is on the disk when this returns.
    func keep(in folder: String) throws {
        try Self.write(JSONEncoder().encode(entries), to: Self.kept(folder))
    }

    /// The manifest for files that have their last places, by their ordinals.
    func manifest(of ordinals: [String: [Int]]) -> Manifest {
        let moved = ordinals.compactMap { path, ordinals -> ManifestEntry? in
            var entry = ordinals.lazy.compactMap { entries[$0] }.first
            entry?.path = path
            return entry
        }
        return Manifest(entries: moved.sorted { $0.path < $1.path }, folder: URL(filePath: "/nonexistent"))
    }

    private static func kept(_ folder: String) -> String { folder + "/manifest.json" }

    /// The files that a path stands for: those of just that name; else those where the shorter of name and path
    /// is the end of the longer, folder by folder.
    private static func places(of path: String, among names: [String?]) -> [Int] {
        let wanted = parts(path)
        let known = names.map { $0.map(parts) ?? [] }
        let same = known.indices.filter { known[$0] == wanted }
        guard same.isEmpty else { return same }
        return known.indices.filter { place in
            let shared = min(known[place].count, wanted.count)
            return shared > 0 && known[place].suffix(shared) == wanted.suffix(shared)
        }
    }

    private static func parts(_ path: String) -> [Substring] {
        path.split(separator: "/").filter { $0 != "." }
    }

    /// A file's bytes; `nil` where there is no file.
    private static func read(_ path: String) throws(JobError) -> Data? {
        do { return try Data(contentsOf: URL(filePath: path)) } catch {
            let number = SystemNumber.errno(of: error)
            if number == ENOENT { return nil }
            throw JobError(errno: number)
        }
    }

    private static func write(_ data: Data, to path: String) throws {
        var file = try SpoolFile(path: path)
        try data.withUnsafeBytes { try file.write($0) }
        _ = try file.finish()
    }
}
