public import EchoCore

/// What a model folder says of itself: `manifest.json` beside the weights.
///
/// Written once by an import. It names every other file of the folder with its SHA-256, so that
/// ``ModelStore/verify(_:progress:)`` can find damage.
public struct ModelManifest: Sendable, Equatable, Codable {
    /// The format that this build writes, and the newest that it reads.
    public static let newestVersion = 1
    /// The manifest's name within a model folder.
    public static let fileName = "manifest.json"
    /// The weights' name within a model folder.
    public static let weightsName = "weights.safetensors"
    /// The license's name within a model folder.
    public static let licenseName = "LICENSE.source.txt"
    /// Where a model folder keeps its prompt sets.
    public static let promptsFolder = "prompts"

    /// The format, 1 or above.
    public var version: Int
    /// How the model is called; equal to its folder's name.
    public var name: String
    /// What its embeddings are good for.
    public var slot: ModelSlot
    /// What was imported, as the user had it.
    public var sources: [ModelFile]
    /// The converted weights.
    public var weights: ModelFile
    /// The towers' shape.
    public var configuration: ModelConfiguration
    /// Where the shape was read.
    public var configurationOrigin: ConfigurationOrigin
    /// How clips are shown to the model unless the caller says otherwise.
    public var preprocessing: PreprocessingDefaults
    /// The text tower's vocabulary; `nil` where the source held none, and then text is refused.
    public var vocabulary: ModelVocabulary?
    /// What may be done with the weights, as far as the source said.
    public var license: ModelLicense
    /// The version of `echoseek` that imported it.
    public var importedBy: String
    /// What reads numbers off how a clip's frames move; `nil` for a model that has no such readout.
    public var readouts: ModelFile?
    /// The folder of prompt sets, relative to the model's.
    public var prompts: String
    /// What every output of findings by this model must say, such as that it was trained on simulations.
    public var notice: String?
    /// How near the faster modes come to fp32; `nil` where nobody measured.
    public var evidence: PrecisionEvidence?

    /// Every file beside the manifest, each with its role.
    public var files: [ModelFile] {
        [weights] + (vocabulary?.files ?? []) + (license.file.map { [$0] } ?? [])
            + (readouts.map { [$0] } ?? [])
    }
}
