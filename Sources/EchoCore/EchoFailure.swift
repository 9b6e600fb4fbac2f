/// An error that can say what happened, whose fault it is, and what to try.
public protocol EchoFailure: Error, Sendable, CustomStringConvertible {
    /// What to tell the person.
    var report: FailureReport { get }
}

extension EchoFailure {
    /// The report in one line.
    public var description: String { report.description }
}
