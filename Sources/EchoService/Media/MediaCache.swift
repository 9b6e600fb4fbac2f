import EchoCore
import Foundation

/// The drawn files in the folder `media`: what is there, and what goes first.
struct MediaCache {
    private let folder: ServiceFolder
    private let limit: Int
    private var entries: [String: Entry] = [:]
    private var clock = 0
    private(set) var bytes = 0
    private(set) var evicted = 0

    private struct Entry {
        var bytes: Int
        /// Larger is later.
        var used: Int
    }

    /// In the name of what is not whole yet.
    static let unfinished = ".part-"

    /// Looks at what is there, in the order of its last use, and removes what killed processes left unfinished.
    init(folder: ServiceFolder, limit: Int) throws {
        self.folder = folder
        self.limit = limit
        let names = try FileManager.default.contentsOfDirectory(atPath: folder.media)
        var found: [(name: String, bytes: Int, time: Date)] = []
        for name in names {
            let path = folder.media + "/" + name
            if name.hasPrefix(Self.unfinished) {
                unlink(path)
                continue
            }
            let facts = try? FileManager.default.attributesOfItem(atPath: path)
            found.append(
                (name, facts?[.size] as? Int ?? 0, facts?[.modificationDate] as? Date ?? .distantPast))
        }
        for each in found.sorted(by: { ($0.time, $0.name) < ($1.time, $1.name) }) {
            add(each.name, bytes: each.bytes)
        }
        makeRoom(for: nil)
    }

    private func path(_ name: String) -> String { folder.media + "/" + name }

    /// Whether a file of that name is kept; does not count as use.
    func holds(_ name: String) -> Bool { entries[name] != nil }

    /// The file of that name, which counts as used; `nil` where there is none.
    mutating func find(_ name: String) -> MediaFile? {
        guard entries[name] != nil else { return nil }
        guard let file = try? MediaFile(path: path(name), name: name) else {
            forget(name)
            return nil
        }
        clock += 1
        entries[name]?.used = clock
        utimensat(AT_FDCWD, path(name), nil, 0)
        return file
    }

    /// Gives a whole file its name, and makes room for it.
    ///
    /// One that is larger than all that may be kept can be read as long as it is held.
    mutating func publish(_ staged: String, as name: String) throws(MediaError) -> MediaFile {
        guard rename(staged, path(name)) == 0 else {
            let failure = errno
            unlink(staged)
            throw MediaError(errno: failure)
        }
        let file = try MediaFile(path: path(name), name: name)
        forget(name)
        add(name, bytes: file.byteCount)
        makeRoom(for: name)
        return file
    }

    /// Removes one file.
    mutating func remove(_ name: String) {
        unlink(path(name))
        forget(name)
    }

    /// Removes all that was drawn of a content, whoever keeps account of it.
    static func remove(_ content: ContentHash, from folder: ServiceFolder) {
        let names = (try? FileManager.default.contentsOfDirectory(atPath: folder.media)) ?? []
        for name in names where name.hasPrefix(content.hex.prefix(MediaKey.digits)) {
            unlink(folder.media + "/" + name)
        }
    }

    private mutating func add(_ name: String, bytes count: Int) {
        clock += 1
        entries[name] = Entry(bytes: count, used: clock)
        bytes += count
    }

    private mutating func forget(_ name: String) {
        bytes -= entries.removeValue(forKey: name)?.bytes ?? 0
    }

    private mutating func makeRoom(for fresh: String?) {
        guard bytes > limit else { return }
        let byUse = entries.sorted { $0.value.used < $1.value.used }.map(\.key)
        for name in byUse.filter({ $0 != fresh }) + [fresh].compactMap({ $0 }) where bytes > limit {
            unlink(path(name))
            forget(name)
            evicted += 1
        }
    }
}
