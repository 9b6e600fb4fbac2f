internal import EchoCore
internal import Foundation

extension ModelManifest {
    /// The format alone, which is read first.
    private struct Version: Decodable {
        let version: Int
    }

    /// The longest manifest that is read.
    private static let byteLimit = 1 << 20

    /// The JSON text, its keys in alphabetical order.
    func encoded() throws(ModelError) -> [UInt8] {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
        do {
            return Array(try encoder.encode(self)) + [0x0A]
        } catch {
            throw .badManifest(name: name, detail: "it does not encode")
        }
    }

    /// Reads and checks the manifest of the folder that is named as the model.
    ///
    /// - Throws: ``ModelError/notFound(name:)`` where there is none.
    init(of name: String, in folder: URL) throws(ModelError) {
        let file = folder.appending(path: Self.fileName)
        guard let handle = try? FileHandle(forReadingFrom: file) else { throw .notFound(name: name) }
        defer { try? handle.close() }
        guard let data = try? handle.read(upToCount: Self.byteLimit + 1), data.count <= Self.byteLimit,
            let version = try? JSONDecoder().decode(Version.self, from: data).version
        else { throw .badManifest(name: name, detail: "it is not JSON with a version") }
        guard version <= Self.newestVersion else { throw .newerManifest(name: name, version: version) }
        do {
            self = try JSONDecoder().decode(ModelManifest.self, from: data)
        } catch {
            throw .badManifest(name: name, detail: "a field is missing or of another type")
        }
        try check(against: name)
    }

    private func check(against folder: String) throws(ModelError) {
        guard version >= 1, name == folder, ModelName.isValid(name) else {
            throw .badManifest(name: folder, detail: "it is another model's")
        }
        let names = files.map(\.name) + [prompts]
        guard names.allSatisfy({ !$0.isEmpty && !$0.contains("/") && !$0.hasPrefix(".") }) else {
            throw .badManifest(name: folder, detail: "a file's name is not a plain one")
        }
        guard (0..<0.5).contains(preprocessing.zoom) else {
            throw .badManifest(name: folder, detail: "its zoom is not in 0 ..< 0.5")
        }
        do {
            try configuration.validate()
        } catch {
            throw .badManifest(name: folder, detail: error.report.reason)
        }
    }
}
