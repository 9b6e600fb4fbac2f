import EchoTesting
import Foundation

/// A process whose two outputs go to files, so that neither can fill a pipe and stop it.
final class RunningProgram {
    private let process = Process()
    private let scratch: ScratchFolder

    init(_ program: String, _ arguments: [String], environment: [String: String], folder: URL) throws {
        scratch = try ScratchFolder()
        process.executableURL = URL(filePath: program)
        process.arguments = arguments
        process.environment = environment
        process.currentDirectoryURL = folder
        process.standardInput = FileHandle.nullDevice
        process.standardOutput = try Self.file(scratch, "out")
        process.standardError = try Self.file(scratch, "err")
        try process.run()
    }

    private static func file(_ scratch: ScratchFolder, _ name: String) throws -> FileHandle {
        try FileHandle(forWritingTo: URL(filePath: scratch.write([], to: name)))
    }

    /// What ctrl-C sends.
    func interrupt() { process.interrupt() }

    /// What it has written to standard output so far.
    var outputSoFar: String {
        get throws {
            String(decoding: try Data(contentsOf: scratch.url.appending(path: "out")), as: UTF8.self)
        }
    }

    /// Waits for the end and takes what it left.
    func wait() throws -> Run {
        process.waitUntilExit()
        return Run(
            status: process.terminationStatus,
            data: try Data(contentsOf: scratch.url.appending(path: "out")),
            errors: String(
                decoding: try Data(contentsOf: scratch.url.appending(path: "err")), as: UTF8.self))
    }
}
