/// Whose fault a failure is; it alone decides the exit status and the HTTP status.
public enum FailureKind: String, Sendable, Codable, CaseIterable {
    /// The input is not what it should be: another file, another value.
    case badInput
    /// Something that was named is not there.
    case notFound
    /// The same call may succeed later.
    case busy
    /// What we stored earlier no longer reads back as it was written.
    case damaged
    /// The system refused access.
    case denied
    /// A setting, or two that do not go together.
    case misconfigured
    /// A disk or a system call failed.
    case systemError
    /// The caller ended the work.
    case cancelled
    /// Our own mistake.
    case defect
}
