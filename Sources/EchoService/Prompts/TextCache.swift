import Crypto
import EchoCore
import EchoEncode
import Foundation

/// Prompt sets' vectors on the disk, so that a question put again needs no text tower.
///
/// A file for each set and model, named by a hash of the texts, the weights, the vocabulary and the instructions; the
/// texts themselves are not in it. What is damaged or another version's is made anew; entries of deleted models are
/// never asked for and go when room is needed.
struct TextCache: Sendable {
    /// What is kept of a set.
    struct Entry: Equatable, Codable {
        /// In the set's order.
        var vectors: [[Float]]
        /// Of each text; `nil` where nobody counted.
        var rareTokenShares: [Double?]
    }

    /// The file: an entry, and a hash of it under its key.
    private struct Stored: Codable {
        let key: String
        let sha256: ContentHash
        let entry: Data
    }

    /// Raised whenever the text tower's numbers change.
    static let version = 1
    /// The most that is kept, in bytes.
    static let byteLimit = 64 << 20

    let folder: URL

    /// A set's name in the cache; `nil` for a model whose vocabulary does not read.
    static func key(_ texts: [String], model: InstalledModel, instructions: String) -> String? {
        var hash = SHA256()
        func add(_ text: String) {
            hash.update(data: Data("\(text.utf8.count):".utf8))
            hash.update(data: Data(text.utf8))
        }
        for part in ["\(version)", model.manifest.weights.sha256.hex, instructions] { add(part) }
        for file in Tokenizer.files(in: model.folder) {
            guard let facts = try? FileFacts(path: model.folder.appending(path: file.rawValue).path) else {
                return nil
            }
            add(facts.contentHash.hex)
        }
        for text in texts { add(text) }
        return ContentHash(digest: hash.finalize()).hex
    }

    /// What is kept under a key; `nil` where nothing is, or it is damaged.
    func entry(_ key: String, count: Int, dimension: Int) -> Entry? {
        let file = file(key)
        guard let data = try? Data(contentsOf: file),
            let stored = try? PropertyListDecoder().decode(Stored.self, from: data), stored.key == key,
            ContentHash(digest: SHA256.hash(data: stored.entry)) == stored.sha256,
            let entry = try? PropertyListDecoder().decode(Entry.self, from: stored.entry),
            entry.vectors.count == count, entry.rareTokenShares.count == count,
            entry.vectors.allSatisfy({ $0.count == dimension })
        else { return nil }
        try? FileManager.default.setAttributes([.modificationDate: Date()], ofItemAtPath: file.path)
        return entry
    }

    /// Keeps an entry where the folder can be written, and removes the oldest beyond the limit.
    func keep(_ entry: Entry, as key: String) {
        let encoder = PropertyListEncoder()
        encoder.outputFormat = .binary
        guard let data = try? encoder.encode(entry),
            let stored = try? encoder.encode(
                Stored(key: key, sha256: ContentHash(digest: SHA256.hash(data: data)), entry: data)),
            (try? FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)) != nil,
            (try? stored.write(to: file(key), options: .atomic)) != nil
        else { return }
        CachedFiles(below: folder).prune(to: Self.byteLimit)
    }

    private func file(_ key: String) -> URL { folder.appending(path: key + ".plist") }
}
