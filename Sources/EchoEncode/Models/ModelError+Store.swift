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
        case .importRunning:
            FailureReport(
                "model.importRunning", .busy, reason: "Another import is writing to the same models folder.",
                remedy: "Wait for it to end, then try again.")
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
        case .system(let call, let status):
            FailureReport(
                "model.system", Self.kind(errno: status),
                reason: "The system refused \(call) (errno \(status)).",
                remedy: "Check the models folder's permissions and the disk's free space.")
        default:
            FailureReport(
                "model.cancelled", .cancelled, reason: "The import was ended before it was complete.",
                remedy: "Start it again; nothing of it was kept.")
        }
    }

    /// EACCES, EPERM and EROFS are refusals; the rest are failures.
    private static func kind(errno status: Int32) -> FailureKind {
        [13, 1, 30].contains(status) ? .denied : .systemError
    }
}
