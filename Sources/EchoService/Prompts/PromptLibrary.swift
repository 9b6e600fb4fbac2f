import EchoCore
public import EchoReading
public import Foundation
import Yams

/// Prompt sets as files: the user's own first, then the model's, then those shipped.
public struct PromptLibrary: Sendable {
    /// A set and the file it is in.
    public struct Entry: Sendable, Encodable {
        /// The file's name without its ending, by which it is asked for.
        public let name: String
        /// Where it is.
        public let path: String
        /// Its content; `nil` for a file that does not read.
        public let set: PromptSet?
        /// What is wrong with the file; `nil` for one that reads.
        public let problem: String?
    }

    /// Where to look, first to last.
    public let folders: [URL]

    /// Names the folders; missing ones are passed over.
    public init(folders: [URL]) { self.folders = folders }

    /// Every set that can be asked for, by name; of two with one name, the one found first.
    public func entries() -> [Entry] {
        var found: [String: Entry] = [:]
        for folder in folders {
            let names = (try? FileManager.default.contentsOfDirectory(atPath: folder.path)) ?? []
            for file in names where file.hasSuffix(".yaml") {
                let url = folder.appending(path: file)
                let name = String(file.dropLast(".yaml".count))
                guard found[name] == nil else { continue }
                do {
                    found[name] = Entry(name: name, path: url.path, set: try Self.read(url), problem: nil)
                } catch {
                    found[name] = Entry(name: name, path: url.path, set: nil, problem: Self.words(error))
                }
            }
        }
        return found.values.sorted { $0.name < $1.name }
    }

    /// The set of that name, or in that file.
    ///
    /// - Throws: ``ServiceError/noPromptSet(name:)``, ``ServiceError/yaml(problem:)`` or a `ReadingError`.
    public func set(named name: String) throws -> PromptSet {
        if name.hasSuffix(".yaml"), FileManager.default.fileExists(atPath: name) {
            return try Self.read(URL(filePath: name))
        }
        for folder in folders {
            let file = folder.appending(path: name + ".yaml")
            if !name.contains("/"), FileManager.default.fileExists(atPath: file.path) {
                return try Self.read(file)
            }
        }
        throw ServiceError.noPromptSet(name: name)
    }

    private static func words(_ error: any Error) -> String {
        (error as? any EchoFailure)?.report.reason ?? YAMLProblem.words(error)
    }

    private static func read(_ file: URL) throws -> PromptSet {
        guard let data = FileManager.default.contents(atPath: file.path) else {
            throw ServiceError.yaml(problem: "it cannot be opened")
        }
        do {
            return try YAMLDecoder().decode(PromptSet.self, from: data).validated()
        } catch let error as ReadingError {
            throw error
        } catch {
            throw ServiceError.yaml(problem: YAMLProblem.words(error))
        }
    }
}
