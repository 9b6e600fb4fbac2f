public import EchoCore
public import EchoTensor

/// Why a model gives no embedding.
public enum EncodeError: EchoFailure, Equatable {
    /// The weights file itself does not read.
    case weights(TensorError)
    /// The architecture needs a tensor that the weights do not hold.
    case missingTensor(key: String, expected: [Int])
    /// A tensor has another shape than the architecture gives it.
    case wrongShape(key: String, found: [Int], expected: [Int])
    /// The shapes, or the configuration, are not those of a ConvNeXt with a CLIP text transformer.
    case unknownArchitecture(reason: String)
    /// The model has no text tower or no vocabulary, so it reads no text.
    case textless(model: String)
    /// The text has no tokens.
    case noTokens
    /// The text has more tokens than the model's window.
    case tooManyTokens(count: Int, limit: Int)
    /// A token is none of the model's vocabulary.
    case unknownToken(id: Int, vocabularySize: Int)
    /// The system would not write a model's file; `status` is its errno.
    case unwritable(status: Int32)

    /// What to tell the person.
    public var report: FailureReport {
        switch self {
        case .weights(let error):
            error.report
        case .missingTensor(let key, let expected):
            FailureReport(
                "encode.missingTensor", .badInput,
                reason: "The weights hold no tensor \(key), which should have shape \(expected).",
                remedy: "Give the weights of the architecture that the configuration names.")
        case .wrongShape(let key, let found, let expected):
            FailureReport(
                "encode.wrongShape", .badInput,
                reason: "Tensor \(key) has shape \(found), and \(expected) was expected.",
                remedy: "Give the weights of the architecture that the configuration names.")
        case .unknownArchitecture(let reason):
            FailureReport(
                "encode.unknownArchitecture", .badInput, reason: reason,
                remedy: "Give an open_clip model with a timm ConvNeXt image tower.")
        case .textless(let model):
            FailureReport(
                "encode.textless", .misconfigured,
                reason: "The model `\(model)` has no text tower or no vocabulary.",
                remedy: "Import it again with its vocabulary beside the weights, or with --vocabulary FILE.")
        case .noTokens:
            FailureReport(
                "encode.noTokens", .badInput, reason: "The text has no tokens.",
                remedy: "Give a text with at least one word.")
        case .tooManyTokens(let count, let limit):
            FailureReport(
                "encode.tooManyTokens", .badInput,
                reason: "The text has \(count) tokens, the model reads \(limit).",
                remedy: "Shorten the text.")
        case .unknownToken(let id, let vocabularySize):
            FailureReport(
                "encode.unknownToken", .misconfigured,
                reason: "Token \(id) is outside the model's vocabulary of \(vocabularySize).",
                remedy: "Use the tokenizer that belongs to the model.")
        case .unwritable(let status):
            FailureReport(
                "encode.unwritable", .systemError,
                reason: "The model's file could not be written (errno \(status)).",
                remedy: "Check that the folder exists, may be written, and has room.")
        }
    }
}
