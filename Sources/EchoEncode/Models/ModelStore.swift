public import Foundation

/// Folders of imported models: one that imports write to, and any number that are only read.
///
/// A model is a folder named as the model, with a ``ModelManifest`` in it. Where two roots hold the same
/// name, the writable root wins, then the earlier of the others.
public struct ModelStore: Sendable {
    /// Where imports go; need not exist yet.
    public let root: URL
    /// Where models are looked for as well.
    public let readOnlyRoots: [URL]

    /// Names the folders; touches none of them.
    public init(root: URL, readOnlyRoots: [URL] = []) {
        self.root = root
        self.readOnlyRoots = readOnlyRoots
    }
}
