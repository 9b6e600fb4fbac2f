public import EchoCore
import Foundation

/// Finds the files below what the caller named, each once, in an order that is the same every time.
///
/// A path that is given twice, or that links to a file of the same run, counts once. Below a folder, names that
/// begin with a dot are not looked at, and links to folders are not followed but reported.
public struct InputWalk: Sendable {
    /// The files to work on: manifest rows first, then what was named, folders by byte order of names.
    public private(set) var files: [InputFile] = []
    /// Folders that were not entered and names that cannot be opened, with the reason.
    public private(set) var refusals: [Refusal] = []
    private var seenFolders: Set<FileIdentity> = []
    private var seenFiles: Set<String> = []

    /// A path that gives no file, and why.
    public struct Refusal: Sendable {
        /// The path as given or found.
        public let path: String
        /// Why it was passed over.
        public let report: FailureReport
        /// Whether clips may have been left out unseen, so that the run did less than was asked for.
        public let isFailure: Bool

        init(_ path: String, _ why: InputError) {
            self.path = path
            report = why.report
            isFailure = why != .folderLoop && why != .folderLink
        }
    }

    /// A file's place on its disk, the same through every link.
    private struct FileIdentity: Hashable {
        let device: Int
        let node: Int
    }

    /// Walks the paths; a manifest's files come first.
    ///
    /// - Parameter tables: the run's own tables, which are no clips where a folder holds them.
    public init(paths: [String], manifest: Manifest?, tables: [String] = []) {
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
        let places = Set((tables + (manifest?.reportFiles ?? [])).map { Self.canonical($0) })
        let companions = CompanionFiles(of: files, places: places)
        for place in files.indices { files[place].isCompanion = companions.contains(files[place].path) }
    }

    private mutating func add(_ path: String, isNamed: Bool, entry: ManifestEntry?) {
        guard seenFiles.insert(Self.canonical(path)).inserted else { return }
        files.append(InputFile(path: path, isNamed: isNamed, entry: entry))
    }

    private mutating func walk(_ folder: String, entries: [String: ManifestEntry]) {
        if let identity = Self.identity(folder), !seenFolders.insert(identity).inserted {
            return refusals.append(Refusal(folder, .folderLoop))
        }
        guard let names = try? FileManager.default.contentsOfDirectory(atPath: folder) else {
            return refusals.append(Refusal(folder, .unreadableFolder))
        }
        for name in names.sorted(by: { Array($0.utf8).lexicographicallyPrecedes(Array($1.utf8)) }) {
            guard !name.hasPrefix(".") else { continue }
            let path = folder.hasSuffix("/") ? folder + name : folder + "/" + name
            guard let type = Self.linkType(path) else {
                refusals.append(Refusal(path, name.contains("\u{FFFD}") ? .unreadableName : .missing))
                continue
            }
            switch (type, Self.isFolder(path)) {
            case (.typeSymbolicLink, true): refusals.append(Refusal(path, .folderLink))
            case (_, true): walk(path, entries: entries)
            case (_, false): add(path, isNamed: false, entry: entries[Self.canonical(path)])
            }
        }
    }

    /// What a path names itself, links not followed; `nil` where nothing can be reached by it.
    private static func linkType(_ path: String) -> FileAttributeType? {
        (try? FileManager.default.attributesOfItem(atPath: path))?[.type] as? FileAttributeType
    }

    private static func isFolder(_ path: String) -> Bool {
        var isFolder: ObjCBool = false
        return FileManager.default.fileExists(atPath: path, isDirectory: &isFolder) && isFolder.boolValue
    }

    static func canonical(_ path: String) -> String {
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
