package import EchoCore

extension FailureKind {
    /// Whether the same work may succeed later, as it is.
    package var passes: Bool { self == .busy || self == .systemError }
}
