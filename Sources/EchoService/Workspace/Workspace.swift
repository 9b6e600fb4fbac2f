import EchoCore
public import EchoEncode
public import EchoIndex
import EchoTensor
import Foundation

/// The settings in force, and what they name: models, the index, prompt sets.
public struct Workspace: Sendable {
    /// Where each value came from.
    public let settings: Settings
    /// Imported models, and those shipped.
    public let models: ModelStore
    /// What is shipped beside the program; `nil` where it cannot be found.
    public let shipped: ShippedData?
    /// Models that stay loaded, for a server; `nil` loads one each time it is asked for.
    var loaded: LoadedModels?

    /// Touches no file but the program's own folder; sets the matrix library to one thread a caller, since
    /// frames are spread over threads here.
    public init(settings: Settings) {
        self.settings = settings
        BLASThreads.set(1)
        shipped = ShippedData.locate()
        models = ModelStore(
            root: URL(filePath: settings.models, directoryHint: .isDirectory),
            readOnlyRoots: shipped.map { [$0.folder] } ?? [])
    }

    /// Opens the index that the settings name.
    public func openIndex(for access: StudyIndex.Access) async throws -> StudyIndex {
        try await StudyIndex.open(at: settings.index, for: access)
    }

    /// Opens for writing the index that the settings name, which must be there already.
    ///
    /// - Throws: `IndexError/noIndex` where there is none, so that no empty one is made by a wrong path.
    public func openExistingIndex() async throws -> StudyIndex {
        try await openIndex(for: .read).close()
        return try await openIndex(for: .write)
    }

    /// The named model; else the only one that was imported; else, where none was, the shipped one.
    ///
    /// - Throws: ``ServiceError/noModel(available:)`` where none is named and the choice is not obvious.
    public func installedModel() throws -> InstalledModel { try modelChoice().model }

    /// As ``installedModel()``, and whether anybody chose it.
    public func modelChoice() throws -> ModelChoice {
        if let name = settings.model { return ModelChoice(try models.model(named: name), by: .name) }
        let usable = try models.list().compactMap { try? $0.outcome.get() }
        let imported = usable.filter { !$0.isReadOnly }
        if imported.count == 1 { return ModelChoice(imported[0], by: .onlyImported) }
        let shipped = usable.first { $0.isReadOnly && $0.manifest.name == ModelChoice.shippedName }
        guard imported.isEmpty, let shipped else { throw ServiceError.noModel(available: usable.count) }
        return ModelChoice(shipped, by: .shipped)
    }

    /// Loads the model of ``installedModel()``.
    public func model() throws -> EchoModel {
        let installed = try installedModel()
        return try loaded(installed, try precision(for: installed))
    }

    /// What `auto` is for a model by some evidence, on this processor and with these settings.
    public func fastest(by evidence: PrecisionEvidence, of model: InstalledModel) throws -> Precision {
        evidence.fastest(
            on: try settings.kernels().instructions, weights: model.manifest.weights.sha256)
    }

    /// A model in a mode: a server's own, which stays loaded, else loaded now.
    func loaded(_ model: InstalledModel, _ precision: Precision) throws -> EchoModel {
        guard loaded != nil else { return try load(model, precision) }
        let shown = model.manifest.preprocessing
        return try embedder(model, precision, frames: shown.frames, mask: shown.mask).model
    }

    private func embedder(
        _ model: InstalledModel, _ precision: Precision, frames: FrameRule, mask: MaskRule
    ) throws -> ClipEmbedder {
        guard let loaded else {
            return ClipEmbedder(
                model: try load(model, precision), frames: frames, mask: mask,
                threads: try settings.threads())
        }
        return try loaded.embedder(model, precision, frames: frames, mask: mask) {
            try load(model, precision)
        }
    }

    /// Loads from what an earlier start packed, where that is kept.
    private func load(_ model: InstalledModel, _ precision: Precision) throws -> EchoModel {
        try EchoModel(
            model, kernels: try settings.kernels(), precision: precision,
            cache: PackCache(userFolder: settings.cacheFolder)
        ) { try CalibrationFrames.fitting.frames(for: $0) }
    }

    /// The mode that the settings mean for a model: the one named, or by the evidence in its manifest.
    public func precision(for model: InstalledModel) throws -> Precision {
        switch try settings.precision() {
        case .fixed(let precision): precision
        case .auto:
            try model.manifest.evidence.map { try fastest(by: $0, of: model) } ?? .fp32
        }
    }

    /// Whether an index that has vectors decides the mode: nobody named one.
    var leavesPrecisionOpen: Bool {
        get throws { try !isSet(.precision) || settings.precision() == .auto }
    }

    /// Loads the model that a space's vectors were made with: the named one where it has the same weights,
    /// else the one of that name, else any with the same weights.
    ///
    /// - Throws: ``ServiceError/otherModel`` where the named one has other weights,
    ///   ``ServiceError/missingModel(name:)`` where none has them.
    public func model(for space: EmbeddingSpace) throws -> EchoModel {
        try loaded(try installedModel(for: space), try precision(of: space))
    }

    private func precision(of space: EmbeddingSpace) throws -> Precision {
        guard let precision = Precision(rawValue: space.fingerprint.precision) else {
            throw ServiceError.unknownPrecision(name: space.fingerprint.precision)
        }
        return precision
    }

    /// As ``model(for:)``, not loaded.
    public func installedModel(for space: EmbeddingSpace) throws -> InstalledModel {
        let weights = space.fingerprint.weights
        if let name = settings.model {
            let named = try models.model(named: name)
            guard named.manifest.weights.sha256 == weights else {
                throw ServiceError.otherModel(named: name, index: space.fingerprint.model)
            }
            return named
        }
        let usable = try models.list().compactMap { try? $0.outcome.get() }
        let same = usable.filter { $0.manifest.weights.sha256 == weights }
        guard let found = same.first(where: { $0.manifest.name == space.fingerprint.model }) ?? same.first
        else { throw ServiceError.missingModel(name: space.fingerprint.model) }
        return found
    }

    /// Where a clip's way to its vectors is set up: the chosen model, and the frames and mask that the settings
    /// give, else the model's own.
    ///
    /// - Parameter spaces: of an index that the vectors shall join: where the settings leave the mode open, it is that
    ///   of the vectors that the index has of this model.
    public func embedder(joining spaces: [EmbeddingSpace] = []) throws -> ClipEmbedder {
        let installed = try installedModel()
        let shown = try preprocessing(for: installed)
        let same = spaces.first { $0.fingerprint.weights == installed.manifest.weights.sha256 }
        let joined = try same.flatMap { try leavesPrecisionOpen ? precision(of: $0) : nil }
        let mode = try joined ?? precision(for: installed)
        return try embedder(installed, mode, frames: shown.frames, mask: shown.mask)
    }

    /// The way that a space's vectors were made, for a clip that is to be compared with them.
    public func embedder(for space: EmbeddingSpace) throws -> ClipEmbedder {
        try embedder(
            try installedModel(for: space), try precision(of: space), frames: space.fingerprint.frames,
            mask: space.fingerprint.mask)
    }
}
