import Foundation

/// Whether times are held in this run. They mean something only while nothing else runs: `make test` runs the tests
/// that hold them once more by themselves, with `ECHO_ALONE` set.
public enum TimedRun {
    public static let isAlone = ProcessInfo.processInfo.environment["ECHO_ALONE"] != nil
}
