import Foundation

/// Report texts that lie beside clips: `clip.txt` for `clip.avi`, or `report.txt` for a whole folder.
enum SidecarReport {
    /// The text that is the report of every clip of its folder.
    static let sharedName = "report.txt"
    /// The longest text that is taken for a report.
    static let byteLimit = 1 << 20

    /// The text beside a clip; `nil` where there is none, or it is too long or no UTF-8.
    static func text(beside clip: String) -> String? {
        let url = URL(filePath: clip)
        let own = url.deletingPathExtension().appendingPathExtension("txt")
        let shared = url.deletingLastPathComponent().appending(path: sharedName)
        return [own, shared].lazy.compactMap { read($0.path) }.first
    }

    /// A text file's content; `nil` where it is missing, empty, too long or no UTF-8.
    static func read(_ path: String) -> String? {
        guard let facts = try? FileManager.default.attributesOfItem(atPath: path),
            let count = facts[.size] as? NSNumber, (1...byteLimit).contains(count.intValue),
            let data = FileManager.default.contents(atPath: path)
        else { return nil }
        return String(bytes: data, encoding: .utf8)
    }
}
