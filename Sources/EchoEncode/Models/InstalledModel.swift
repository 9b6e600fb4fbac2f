internal import Crypto
internal import EchoCore
public import Foundation

/// A model of a store: its manifest and where it lies.
public struct InstalledModel: Sendable, Equatable {
    /// What it says of itself.
    public let manifest: ModelManifest
    /// Its folder.
    public let folder: URL
    /// Whether it lies in a root that imports do not write to.
    public let isReadOnly: Bool

    /// The safetensors file.
    public var weights: URL { folder.appending(path: manifest.weights.name) }
    /// The folder of prompt sets; it may not exist.
    public var prompts: URL { folder.appending(path: manifest.prompts) }

    /// Whether it can read text: it has a text tower and a vocabulary.
    public var canEmbedText: Bool {
        manifest.configuration.text != nil && !Tokenizer.files(in: folder).isEmpty
    }

    /// The readouts' file, held against the manifest's SHA-256; `nil` for a model without readouts.
    ///
    /// - Throws: ``ModelError/damaged(role:file:state:)``.
    public func readouts() throws(ModelError) -> Data? {
        guard let file = manifest.readouts else { return nil }
        func damaged(_ state: ModelVerification.File.State) -> ModelError {
            .damaged(role: file.role, file: file.name, state: state)
        }
        guard let data = try? Data(contentsOf: folder.appending(path: file.name)) else {
            throw damaged(.missing)
        }
        guard ContentHash(digest: SHA256.hash(data: data)) == file.sha256 else { throw damaged(.damaged) }
        return data
    }
}
