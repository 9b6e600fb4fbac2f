import EchoCore
import Foundation

/// Originals of clips that were sent, by content: `clips/ab/HASH.ext` in the folder `service`.
struct ClipStore: Sendable {
    let folder: ServiceFolder

    /// What follows a name, by a file's first bytes; nothing is read by it.
    private static let suffixes = ["dcm", "avi", "mp4", "gif", "mkv", "png", "jpg", "bin"]

    /// Where the original of a content is; `nil` where there is none.
    func path(of hash: ContentHash) -> String? {
        Self.suffixes.lazy.map { place(of: hash, suffix: $0) }
            .first { access($0, F_OK) == 0 }
    }

    /// The content that a path's last part names; `nil` for one that is no original's.
    static func hash(of path: String) -> ContentHash? {
        let name = URL(filePath: path).deletingPathExtension().lastPathComponent
        return ContentHash(hex: name)
    }

    private func subfolder(of hash: ContentHash) -> String { folder.clips + "/" + hash.hex.prefix(2) }

    private func place(of hash: ContentHash, suffix: String) -> String {
        subfolder(of: hash) + "/" + hash.hex + "." + suffix
    }

    /// Moves a file to its place, where it is on the disk when this returns; one that is there already stays.
    ///
    /// - Returns: the place.
    /// - Throws: ``JobError/lostFile`` where the file is neither here nor there.
    func take(_ spooled: String, _ hash: ContentHash) throws(JobError) -> String {
        if let known = path(of: hash) {
            unlink(spooled)
            return known
        }
        guard let handle = FileHandle(forReadingAtPath: spooled) else { throw .lostFile }
        let prefix = (try? handle.read(upToCount: 256)) ?? Data()
        try? handle.close()
        let subfolder = subfolder(of: hash)
        if mkdir(subfolder, 0o700) == 0 {
            try SpoolFolder.synchronize(folder.clips)
        } else if errno != EEXIST {
            throw JobError(errno: errno)
        }
        let place = place(of: hash, suffix: Self.suffix(of: Array(prefix)))
        guard rename(spooled, place) == 0 else { throw JobError(errno: errno) }
        try SpoolFolder.synchronize(subfolder)
        return place
    }

    /// Removes the original of a content.
    func remove(_ hash: ContentHash) {
        for suffix in Self.suffixes { unlink(place(of: hash, suffix: suffix)) }
    }

    static func suffix(of prefix: [UInt8]) -> String {
        func has(_ text: String, at offset: Int) -> Bool {
            prefix.count >= offset + text.utf8.count
                && prefix[offset..<offset + text.utf8.count].elementsEqual(text.utf8)
        }
        if has("DICM", at: 128) { return "dcm" }
        if has("RIFF", at: 0), has("AVI ", at: 8) { return "avi" }
        if has("ftyp", at: 4) { return "mp4" }
        if has("GIF8", at: 0) { return "gif" }
        if prefix.starts(with: [0x1A, 0x45, 0xDF, 0xA3]) { return "mkv" }
        if prefix.starts(with: [0x89, 0x50, 0x4E, 0x47]) { return "png" }
        if prefix.starts(with: [0xFF, 0xD8, 0xFF]) { return "jpg" }
        return "bin"
    }
}
