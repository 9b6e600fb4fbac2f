import EchoTesting
import Foundation

/// A program of somebody else's that judges the service.
struct Peer {
    let status: Int32
    /// Both outputs.
    let output: String

    /// Runs it to its end without holding a thread; a program that is not there is an error, never a skip.
    init(_ program: String, _ arguments: [String]) async throws {
        guard FileManager.default.isExecutableFile(atPath: program) else { throw PeerMissing(name: program) }
        let scratch = try ScratchFolder()
        let file = try scratch.write([], to: "out")
        let process = Process()
        let handle = try FileHandle(forWritingTo: URL(filePath: file))
        process.executableURL = URL(filePath: program)
        process.arguments = arguments
        process.standardOutput = handle
        process.standardError = handle
        process.standardInput = FileHandle.nullDevice
        status = try await withCheckedThrowingContinuation { continuation in
            process.terminationHandler = { continuation.resume(returning: $0.terminationStatus) }
            do { try process.run() } catch { continuation.resume(throwing: error) }
        }
        output = String(decoding: try Data(contentsOf: URL(filePath: file)), as: UTF8.self)
    }

    /// Python with the clients that the tests drive the service by.
    static let python = Fixtures.root.appending(path: ".venv/bin/python").path

    /// A script of `Peers`.
    static func script(_ name: String) -> String {
        Fixtures.root.appending(path: "Tests/EchoHTTPTests/Peers/\(name)").path
    }
}

/// A peer is not installed.
struct PeerMissing: Error, CustomStringConvertible {
    let name: String

    var description: String { "\(name) is missing: run `make test-deps`." }
}
