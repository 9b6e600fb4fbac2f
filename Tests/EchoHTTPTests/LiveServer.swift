import EchoHTTP
import Foundation
import ServiceLifecycle

/// A server on a free port of this machine, ended with the work that needs it.
enum LiveServer {
    /// Runs work against a live server, then ends it as SIGTERM does.
    static func run<Result: Sendable>(
        _ server: EchoServer, _ work: @escaping @Sendable (String, ServiceGroup) async throws -> Result
    ) async throws -> Result {
        let (ports, feed) = AsyncStream<Int>.makeStream()
        let group = try server.group(signals: []) { feed.yield($0) }
        return try await withThrowingTaskGroup(of: Void.self) { tasks in
            tasks.addTask { try await group.run() }
            var port = 0
            for await found in ports {
                port = found
                break
            }
            do {
                let result = try await work("http://127.0.0.1:\(port)", group)
                await group.triggerGracefulShutdown()
                try await tasks.waitForAll()
                return result
            } catch {
                await group.triggerGracefulShutdown()
                throw error
            }
        }
    }
}
