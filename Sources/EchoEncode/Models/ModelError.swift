public import EchoCore
public import EchoTensor

/// Why a model cannot be imported, found or trusted.
public enum ModelError: EchoFailure, Equatable {
    /// A name that is not 1 to 64 of `a-z 0-9 . _ -` beginning with a letter or digit.
    case invalidName
    /// A model of that name is there already.
    case nameTaken(name: String)
    /// No root holds a model of that name.
    case notFound(name: String)
    /// Another import is writing to the same store.
    case importRunning
    /// The source is not there, or is neither a folder nor a weights file.
    case noSource
    /// A folder with no weights file that we read.
    case noWeights
    /// A folder with several weights files of one kind.
    case ambiguousWeights(names: [String])
    /// The weights file itself is at fault.
    case weights(WeightFileError)
    /// A safetensors file is at fault.
    case safetensors(TensorError)
    /// A tensor holds a number that is not finite.
    case notFinite(tensor: String)
    /// The architecture is not a timm ConvNeXt with an open_clip text transformer.
    case unsupportedArchitecture(what: String)
    /// The configuration file does not read as one.
    case badConfiguration(file: String, detail: String)
    /// The tensors are not those of the architecture.
    case tensorMismatch(missing: [String], extra: [String], misshapen: [String])
    /// A vocabulary file that is not there, is of no kind that we know, or does not suit the weights.
    case badVocabulary(file: String, detail: String)
    /// The manifest does not read as one.
    case badManifest(name: String, detail: String)
    /// The manifest was written by a newer build.
    case newerManifest(name: String, version: Int)
    /// A file of the model is not as the import left it.
    case damaged(role: ModelFile.Role, file: String, state: ModelVerification.File.State)
    /// A system call failed; `status` is its errno.
    case system(call: String, status: Int32)
    /// The caller ended the import.
    case cancelled

    /// What to tell the person.
    public var report: FailureReport {
        switch self {
        case .weights(let error): error.report
        case .safetensors(let error): error.report
        case .noSource, .noWeights, .ambiguousWeights, .badVocabulary: sourceReport
        case .notFinite, .unsupportedArchitecture, .badConfiguration, .tensorMismatch: contentReport
        case .invalidName, .nameTaken, .notFound, .badManifest, .newerManifest, .damaged: storeReport
        case .importRunning:
            FailureReport(
                "model.importRunning", .busy, reason: "Another import is writing to the same models folder.",
                remedy: "Wait for it to end, then try again.")
        case .system(let call, let status):
            FailureReport(
                "model.system", FailureKind(errno: status),
                reason: "The system refused \(call) (errno \(status)).",
                remedy: "Check the models folder's permissions and the disk's free space.")
        case .cancelled:
            FailureReport(
                "model.cancelled", .cancelled, reason: "The import was ended before it was complete.",
                remedy: "Start it again; nothing of it was kept.")
        }
    }
}
