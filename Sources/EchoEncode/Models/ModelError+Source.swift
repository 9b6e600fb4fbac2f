internal import EchoCore

extension ModelError {
    /// The reports of sources in which the files to import are not found, or are too many.
    var sourceReport: FailureReport {
        switch self {
        case .noSource:
            FailureReport(
                "model.noSource", .notFound,
                reason: "There is no such folder, and no such .safetensors, .bin or .pt file.",
                remedy: "Check the path; it is the downloaded model's folder or its weights file.")
        case .noWeights:
            FailureReport(
                "model.noWeights", .badInput,
                reason: "The folder holds no .safetensors, .bin or .pt file.",
                remedy: "Download the weights (open_clip_pytorch_model.bin) into it, or name the file itself."
            )
        case .ambiguousWeights(let names):
            FailureReport(
                "model.ambiguousWeights", .badInput,
                reason: "The folder holds \(names.count) weights files: \(Self.some(names)).",
                remedy: "Name the one file to import instead of the folder.")
        case .badVocabulary(let file, let detail):
            FailureReport(
                "model.badVocabulary", .badInput,
                reason: "The vocabulary file \(file) cannot be used: \(detail).",
                remedy:
                    "Give template_vocab.txt, bpe_simple_vocab_16e6.txt.gz, tokenizer.json, or merges.txt.")
        case .weights, .safetensors, .notFinite, .unsupportedArchitecture, .badConfiguration,
            .tensorMismatch, .invalidName, .nameTaken, .notFound, .importRunning, .badManifest,
            .newerManifest, .damaged, .system, .cancelled:
            preconditionFailure("another failure than a source's was asked for its report")
        }
    }

    /// The reports of weights that are not those of a model that we run.
    var contentReport: FailureReport {
        switch self {
        case .notFinite(let tensor):
            FailureReport(
                "model.notFinite", .badInput,
                reason: "The tensor \(tensor) holds a NaN or an infinity; every weight must be finite.",
                remedy: "Download the weights again; if they are the same, their training failed.")
        case .unsupportedArchitecture(let what):
            FailureReport(
                "model.unsupportedArchitecture", .badInput,
                reason:
                    "The weights are of \(what); EchoSeek runs timm ConvNeXt with open_clip's text tower.",
                remedy: "Import an EchoCLIP-shaped model (open_clip's convnext_* family).")
        case .badConfiguration(let file, let detail):
            FailureReport(
                "model.badConfiguration", .badInput,
                reason: "\(file) is not an open_clip configuration: \(detail).",
                remedy: "Download it again, or remove it to have the shape read from the tensors.")
        case .tensorMismatch(let missing, let extra, let misshapen):
            FailureReport(
                "model.tensorMismatch", .badInput,
                reason: "The tensors are not those of the architecture: "
                    + "\(missing.count) missing (\(Self.some(missing))), \(extra.count) unknown "
                    + "(\(Self.some(extra))), \(misshapen.count) of another shape (\(Self.some(misshapen))).",
                remedy: "Check that the configuration file belongs to these weights.")
        case .weights, .safetensors, .noSource, .noWeights, .ambiguousWeights, .badVocabulary, .invalidName,
            .nameTaken, .notFound, .importRunning, .badManifest, .newerManifest, .damaged, .system,
            .cancelled:
            preconditionFailure("another failure than the weights' was asked for its report")
        }
    }

    /// The first few of a list, in words.
    private static func some(_ names: [String]) -> String {
        guard !names.isEmpty else { return "none" }
        return names.prefix(5).joined(separator: ", ") + (names.count > 5 ? ", …" : "")
    }
}
