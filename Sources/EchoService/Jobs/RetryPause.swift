package import EchoLedger

/// How long a job that met a passing failure waits until it is tried again: twice as long each time that nothing came
/// of it.
package struct RetryPause: Sendable {
    /// The first wait.
    package static let shortest = Duration.seconds(10)
    /// The longest wait.
    package static let longest = Duration.seconds(300)

    private var last: Job?
    private var length = RetryPause.shortest

    /// Nothing has failed yet.
    package init() {}

    /// How long to wait now.
    ///
    /// - Parameter job: as it stands since the failure was told; where it stood so the last time, nothing came of the try
    ///   between.
    package mutating func next(for job: Job) -> Duration {
        length = job == last ? min(length * 2, Self.longest) : Self.shortest
        last = job
        return length
    }
}
