import Foundation

/// A run of the tests that hold times, which mean something only while nothing else runs.
///
/// `make test` runs them once more by themselves, with `ECHO_ALONE` set.
public enum TimedRun {
    /// Whether this is such a run.
    public static let isAlone = ProcessInfo.processInfo.environment["ECHO_ALONE"] != nil
}
