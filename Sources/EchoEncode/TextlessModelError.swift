public import EchoCore

/// A text was to be embedded by a model that cannot read.
public struct TextlessModelError: EchoFailure, Equatable {
    /// The model's name.
    public let name: String

    /// What to tell the person.
    public var report: FailureReport {
        FailureReport(
            "encode.textless", .misconfigured,
            reason: "The model `\(name)` has no text tower or no vocabulary.",
            remedy: "Import it again with its vocabulary file beside the weights, or with --vocabulary FILE.")
    }
}
