internal import Foundation

extension ModelStore {
    /// Every model folder of every root, by name; a folder whose manifest does not read is listed with why.
    ///
    /// Folders without a manifest are not models.
    ///
    /// - Throws: ``ModelError/system(call:status:)`` where a root is there and cannot be read.
    public func list() throws(ModelError) -> [ModelListing] { [] }

    /// One model, its manifest checked for format and names, its files not read.
    ///
    /// - Throws: ``ModelError/notFound(name:)``, ``ModelError/badManifest(name:detail:)`` or
    ///   ``ModelError/newerManifest(name:version:)``.
    public func model(named name: String) throws(ModelError) -> InstalledModel {
        throw .notFound(name: name)
    }
}
