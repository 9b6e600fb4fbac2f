internal import EchoCore

extension ModelError {
    /// The reports of failures that lie in the store of models.
    var storeReport: FailureReport {
        switch self {
        case .invalidName:
            FailureReport(
                "model.invalidName", .badInput,
                reason: "A model's name is 1 to 64 of a-z, 0-9, '.', '_', '-', first a letter or digit.",
                remedy: "Give such a name with --name, as in --name echo-clip.")
        case .nameTaken(let name):
            FailureReport(
                "model.nameTaken", .badInput,
                reason: "A model named \(name) is there already; an import never replaces one.",
                remedy: "Give another name with --name, or delete that model's folder first.")
        case .notFound(let name):
            FailureReport(
                "model.notFound", .notFound, reason: "There is no model named \(name).",
                remedy: "Run `echoseek model list` for those there are, or `echoseek model import`.")
        case .badManifest(let name, let detail):
            FailureReport(
                "model.badManifest", .damaged,
                reason: "The manifest of model \(name) does not read as one: \(detail).",
                remedy: "Delete that model's folder and import the model again.")
        case .newerManifest(let name, let version):
            FailureReport(
                "model.newerManifest", .misconfigured,
                reason: "The manifest of model \(name) has format \(version); "
                    + "this build reads up to \(ModelManifest.newestVersion).",
                remedy: "Use the newer echoseek that imported it, or import it again with this one.")
        case .damaged(let role, let file, let state):
            FailureReport(
                "model.damaged", .damaged,
                reason: "The \(role.rawValue) file \(file) is \(state.rawValue): "
                    + "it is not as the import left it.",
                remedy: "Delete the model's folder and import the model again.")
        case .weights, .safetensors, .noSource, .noWeights, .ambiguousWeights, .notFinite,
            .unsupportedArchitecture, .badConfiguration, .tensorMismatch, .badVocabulary, .importRunning,
            .system, .cancelled:
            preconditionFailure("another failure than a store's was asked for its report")
        }
    }
}
