internal import EchoCore
internal import Foundation

/// What an import was pointed at: the folder, and the one weights file to take from it.
struct ModelSource {
    /// Where the configuration, the vocabulary and the license are looked for.
    let folder: URL
    /// The weights file.
    let weights: URL
    /// Whether the folder was named, rather than the file.
    let isFolder: Bool
    /// What the caller should be told about the choice.
    let notes: [String]

    private static let extensions = ["safetensors", "bin", "pt"]

    /// Finds the weights.
    init(_ url: URL) throws(ModelError) {
        var isFolder: ObjCBool = false
        guard FileManager.default.fileExists(atPath: url.path, isDirectory: &isFolder) else {
            throw .noSource
        }
        self.isFolder = isFolder.boolValue
        guard isFolder.boolValue else {
            guard Self.extensions.contains(url.pathExtension) else { throw .noSource }
            folder = url.deletingLastPathComponent()
            weights = url
            notes = []
            return
        }
        folder = url
        let names = try Self.names(in: url)
        let byKind = Self.extensions.map { kind in names.filter { ($0 as NSString).pathExtension == kind } }
        let candidates = [byKind[0], byKind[1] + byKind[2]].first { !$0.isEmpty } ?? []
        guard !candidates.isEmpty else { throw .noWeights }
        let own = candidates.filter { $0.hasPrefix("open_clip_") }
        let chosen = own.count == 1 ? own : candidates
        guard chosen.count == 1, let name = chosen.first else { throw .ambiguousWeights(names: candidates) }
        weights = url.appending(path: name)
        let others = byKind.joined().filter { $0 != name }
        notes = others.isEmpty ? [] : ["Took \(name); left \(others.joined(separator: ", "))."]
    }

    /// The names of the files in a folder, in alphabetical order; hidden ones are left out.
    static func names(in folder: URL) throws(ModelError) -> [String] {
        do {
            return try FileManager.default.contentsOfDirectory(atPath: folder.path)
                .filter { !$0.hasPrefix(".") }.sorted()
        } catch {
            throw .system(call: "readdir", status: SystemNumber.errno(of: error))
        }
    }
}
