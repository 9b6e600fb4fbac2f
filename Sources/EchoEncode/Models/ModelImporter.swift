internal import EchoCore
internal import EchoTensor
internal import Foundation

/// One import, step by step.
struct ModelImporter {
    private let request: ModelImportRequest
    private let store: ModelStore
    private let source: ModelSource
    private let name: String

    /// Settles what is imported and under which name, before anything is written.
    init(_ request: ModelImportRequest, into store: ModelStore) throws(ModelError) {
        self.request = request
        self.store = store
        source = try ModelSource(request.source)
        name = request.name ?? ModelName.suggested(by: source)
        guard ModelName.isValid(name) else { throw .invalidName }
        for root in [store.root] + store.readOnlyRoots
        where FileManager.default.fileExists(atPath: root.appending(path: name).path) {
            throw .nameTaken(name: name)
        }
    }

    /// Builds the folder and gives it its name.
    func run(_ progress: (ModelImportProgress) -> Void) throws(ModelError) -> ModelImport {
        let weights = try ImportWeights(source.weights)
        let catalog = try weights.catalog()
        let shapes = catalog.mapValues(\.tensor.shape)
        let description = try ModelDescription.find(in: source.folder)
        let configuration = try configuration(description, shapes)
        let tensors = try ImportTensors(catalog, for: configuration)

        let folder = try StagingFolder(root: store.root)
        let total = tensors.byteCount
        try tensors.write(weights, to: folder) { done in
            progress(ModelImportProgress(stage: .writingWeights, done: done, total: total))
        }
        let kept = try digest(
            folder.url.appending(path: ModelManifest.weightsName), .hashingWeights, progress
        ).file(.weights, ModelManifest.weightsName)
        let original = try digest(source.weights, .hashingSource, progress)
            .file(.source, source.weights.lastPathComponent)
        let vocabulary = try configuration.text.flatMap { text throws(ModelError) in
            try ImportVocabulary.copy(request.vocabularyFile, beside: source, text: text, to: folder)
        }
        let license = try ImportLicense(beside: source)
        let manifest = ModelManifest(
            version: ModelManifest.newestVersion, name: name,
            slot: request.slot ?? ModelVocabulary.defaultSlot(for: vocabulary?.kind),
            sources: [original], weights: kept, configuration: configuration,
            configurationOrigin: description?.origin ?? .tensorShapes, preprocessing: .reference,
            vocabulary: vocabulary, license: try keep(license, in: folder), importedBy: request.importedBy,
            prompts: ModelManifest.promptsFolder, notice: request.notice)
        try folder.write(manifest.encoded(), as: ModelManifest.fileName)
        let place = try folder.publish(as: name)
        return ModelImport(
            model: InstalledModel(manifest: manifest, folder: place, isReadOnly: false),
            licenseText: license.text, notes: notes(weights, manifest))
    }

    private func configuration(
        _ description: ModelDescription?, _ shapes: [String: [Int]]
    ) throws(ModelError) -> ModelConfiguration {
        if let description { return try description.configuration(shapes: shapes) }
        do {
            return try ModelConfiguration.inferred(fromShapes: shapes)
        } catch {
            throw .inferring(error)
        }
    }

    private func digest(
        _ file: URL, _ stage: ModelImportProgress.Stage, _ progress: (ModelImportProgress) -> Void
    ) throws(ModelError) -> FileDigest {
        let size = (try? file.resourceValues(forKeys: [.fileSizeKey]).fileSize) ?? 0
        return try FileDigest(of: file) { done in
            progress(ModelImportProgress(stage: stage, done: done, total: max(size, done)))
        }
    }

    private func keep(_ license: ImportLicense, in folder: StagingFolder) throws(ModelError) -> ModelLicense {
        let file = try license.text.map { text throws(ModelError) in
            try folder.write(Array(text.utf8), as: ModelManifest.licenseName, role: .license)
        }
        return ModelLicense(file: file, foundIn: license.foundIn, statement: license.statement)
    }

    private func notes(_ weights: ImportWeights, _ manifest: ModelManifest) -> [String] {
        var notes = source.notes
        if !weights.ignored.isEmpty {
            notes.append("Left out what is no tensor: \(weights.ignored.joined(separator: ", ")).")
        }
        if manifest.configurationOrigin == .tensorShapes {
            notes.append("No configuration was found: the shape is the tensors', the rest is CLIP's default.")
        }
        if manifest.configuration.text == nil {
            notes.append("The weights have no text tower: texts cannot be embedded.")
        } else if manifest.vocabulary == nil {
            notes.append("No vocabulary was found: texts cannot be embedded until the model has one.")
        }
        return notes
    }
}
