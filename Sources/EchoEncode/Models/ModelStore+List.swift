internal import Foundation

extension ModelStore {
    /// Every model folder of every root, by name; a folder whose manifest does not read is listed with why.
    ///
    /// Folders without a manifest are not models.
    ///
    /// - Throws: ``ModelError/system(call:status:)`` where a root is there and cannot be read.
    public func list() throws(ModelError) -> [ModelListing] {
        var listings: [String: ModelListing] = [:]
        for (place, root) in roots.enumerated() where FileManager.default.fileExists(atPath: root.path) {
            for name in try ModelSource.names(in: root) where listings[name] == nil {
                let folder = root.appending(path: name)
                do {
                    let manifest = try ModelManifest(of: name, in: folder)
                    let model = InstalledModel(manifest: manifest, folder: folder, isReadOnly: place > 0)
                    listings[name] = ModelListing(name: name, outcome: .success(model))
                } catch {
                    if case .notFound = error { continue }
                    listings[name] = ModelListing(name: name, outcome: .failure(error))
                }
            }
        }
        return listings.values.sorted { $0.name < $1.name }
    }

    /// One model, its manifest checked for format and names, its files not read.
    ///
    /// - Throws: ``ModelError/notFound(name:)``, ``ModelError/badManifest(name:detail:)`` or
    ///   ``ModelError/newerManifest(name:version:)``.
    public func model(named name: String) throws(ModelError) -> InstalledModel {
        guard ModelName.isValid(name) else { throw .invalidName }
        for (place, root) in roots.enumerated() {
            let folder = root.appending(path: name)
            guard FileManager.default.fileExists(atPath: folder.appending(path: ModelManifest.fileName).path)
            else { continue }
            let manifest = try ModelManifest(of: name, in: folder)
            return InstalledModel(manifest: manifest, folder: folder, isReadOnly: place > 0)
        }
        throw .notFound(name: name)
    }

    private var roots: [URL] { [root] + readOnlyRoots }
}
