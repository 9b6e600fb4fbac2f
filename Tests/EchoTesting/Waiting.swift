/// Waits for what another task does.
public enum Waiting {
    /// Looks every millisecond, 60,000 times at most.
    ///
    /// By number, not by the clock: where all tests run at once on two cores, a task may wait a minute for its turn, and so
    /// does what it waits for.
    ///
    /// - Throws: ``Vain`` after the last look.
    public static func until(_ isThere: () async throws -> Bool) async throws {
        for _ in 0..<60_000 {
            if try await isThere() { return }
            try await Task.sleep(for: .milliseconds(1))
        }
        throw Vain()
    }

    /// What was waited for did not come.
    public struct Vain: Error {}
}
