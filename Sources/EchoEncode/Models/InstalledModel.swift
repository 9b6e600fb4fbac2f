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
}
