/// Waits for what another task does.
public enum Waiting {
    /// Looks every millisecond, for a minute at most: a busy machine takes its time.
    ///
    /// - Throws: ``Vain`` when the minute is over.
    public static func until(_ isThere: () async throws -> Bool) async throws {
        let end = ContinuousClock.now + .seconds(60)
        while try await !isThere() {
            guard ContinuousClock.now < end else { throw Vain() }
            try await Task.sleep(for: .milliseconds(1))
        }
    }

    /// What was waited for did not come.
    public struct Vain: Error {}
}
