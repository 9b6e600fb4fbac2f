public import EchoCore
import Foundation

/// Finds the files below what the caller named, each once, in an order that is the same every time.
public struct InputWalk: Sendable {
    /// The files to work on: manifest rows first, then what was named, folders by byte order of names.
    public private(set) var files: [InputFile] = []
    /// Folders that were not entered, with the reason.
    public private(set) var refusals: [Refusal] = []
    private var seenFolders: Set<FileIdentity> = []
    private var seenFiles: Set<String> = []

    /// A path that gives no file, and why.
    public struct Refusal: Sendable {
        /// The path as given or found.
        public let path: String
        /// Why it was passed over.
        public let report: FailureReport
    }

    /// A file's place on its disk, the same through every link.
    private struct FileIdentity: Hashable {
        let device: Int
        let node: Int
    }

    /// Walks the paths; a manifest's files come first.
    public init(paths: [String], manifest: Manifest?) {
        var entries: [String: ManifestEntry] = [:]
        let folders = paths.filter { Self.isFolder($0) }
        for entry in manifest?.entries ?? [] {
            let path = manifest?.resolve(entry.path, below: folders) ?? entry.path
            entries[Self.canonical(path)] = entry
            add(path, isNamed: true, entry: entry)
        }
        for path in paths {
            if Self.isFolder(path) {
                walk(path, entries: entries)
            } else {
                add(path, isNamed: true, entry: entries[Self.canonical(path)])
            }
        }
    }

    private mutating func add(_ path: String, isNamed: Bool, entry: ManifestEntry?) {
        guard seenFiles.insert(Self.canonical(path)).inserted else { return }
        files.append(InputFile(path: path, isNamed: isNamed, entry: entry))
    }

    private mutating func walk(_ folder: String, entries: [String: ManifestEntry]) {
        guard let identity = Self.identity(folder), seenFolders.insert(identity).inserted else {
            refusals.append(Refusal(path: folder, report: InputError.folderLoop.report))
            return
        }
        guard let names = try? FileManager.default.contentsOfDirectory(atPath: folder) else {
            refusals.append(Refusal(path: folder, report: InputError.unreadableFolder.report))
            return
        }
        for name in names.sorted(by: { Array($0.utf8).lexicographicallyPrecedes(Array($1.utf8)) }) {
            guard !name.hasPrefix(".") else { continue }
            let path = folder.hasSuffix("/") ? folder + name : folder + "/" + name
            if Self.isFolder(path) {
                walk(path, entries: entries)
            } else {
                add(path, isNamed: false, entry: entries[Self.canonical(path)])
            }
        }
    }

    private static func isFolder(_ path: String) -> Bool {
        var isFolder: ObjCBool = false
        return FileManager.default.fileExists(atPath: path, isDirectory: &isFolder) && isFolder.boolValue
    }

    private static func canonical(_ path: String) -> String {
        URL(filePath: path).resolvingSymlinksInPath().standardizedFileURL.path
    }

    private static func identity(_ folder: String) -> FileIdentity? {
        let target = URL(filePath: folder).resolvingSymlinksInPath().path
        guard let facts = try? FileManager.default.attributesOfItem(atPath: target),
            let device = facts[.systemNumber] as? NSNumber, let node = facts[.systemFileNumber] as? NSNumber
        else { return nil }
        return FileIdentity(device: device.intValue, node: node.intValue)
    }
}
