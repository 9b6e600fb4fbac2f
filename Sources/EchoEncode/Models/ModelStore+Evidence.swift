internal import EchoTensor
internal import Foundation

extension ModelStore {
    /// Writes what was measured of a model's modes into its manifest.
    ///
    /// - Returns: whether it was kept; the manifest of a model that only is read stays as it is.
    /// - Throws: ``ModelError/weights(_:)`` where the system refuses.
    public func record(
        _ evidence: PrecisionEvidence, of model: InstalledModel
    ) throws(ModelError) -> Bool {
        guard !model.isReadOnly else { return false }
        var manifest = try self.model(named: model.manifest.name).manifest
        manifest.evidence = evidence
        let bytes = try manifest.encoded()
        do {
            let output = try WeightFileOutput(
                path: model.folder.appending(path: ModelManifest.fileName).path)
            try output.write(bytes.span.bytes)
            try output.publish()
        } catch {
            throw .weights(error)
        }
        return true
    }
}
