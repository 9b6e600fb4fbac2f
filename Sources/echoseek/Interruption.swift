import Foundation

/// SIGINT and SIGTERM as a task's cancellation, so that what is in flight is finished and stored.
enum Interruption {
    /// Runs work in a task that either signal cancels; a second signal ends the process at once.
    static func cancelling<Result: Sendable>(
        _ work: @escaping @Sendable () async throws -> Result
    ) async throws -> Result {
        let task = Task { try await work() }
        let sources = [SIGINT, SIGTERM].map { number in
            signal(number, SIG_IGN)
            let source = DispatchSource.makeSignalSource(signal: number)
            source.setEventHandler {
                if task.isCancelled { Foundation.exit(ExitStatus.interrupted.rawValue) }
                StandardError.line("\nFinishing the files in flight; once more ends at once.")
                task.cancel()
            }
            source.resume()
            return source
        }
        defer { for source in sources { source.cancel() } }
        return try await task.value
    }
}
