public import Foundation

/// The files of a cache folder, and when each was last used.
public struct CachedFiles: Sendable {
    private struct Entry {
        let url: URL
        let used: Date
        let byteCount: Int
    }

    private let folder: URL

    /// Names the folder; it may be missing.
    public init(below folder: URL) { self.folder = folder }

    /// Removes the files used longest ago until the others hold at most so many bytes.
    ///
    /// Who uses a packed file touches it and its record; one without the other is never read.
    public func prune(to byteLimit: Int) {
        var entries = entries()
        var held = entries.reduce(0) { $0 + $1.byteCount }
        entries.sort { ($0.used, $0.url.path) < ($1.used, $1.url.path) }
        for entry in entries where held > byteLimit {
            try? FileManager.default.removeItem(at: entry.url)
            held -= entry.byteCount
        }
    }

    private func entries() -> [Entry] {
        let keys: [URLResourceKey] = [.contentModificationDateKey, .fileSizeKey, .isRegularFileKey]
        let walk = FileManager.default.enumerator(at: folder, includingPropertiesForKeys: keys)
        return (walk?.allObjects ?? []).compactMap { item in
            guard let url = item as? URL, let facts = try? url.resourceValues(forKeys: Set(keys)),
                facts.isRegularFile == true
            else { return nil }
            return Entry(
                url: url, used: facts.contentModificationDate ?? .distantPast, byteCount: facts.fileSize ?? 0)
        }
    }
}
