import EchoTesting
import Foundation

/// A program of somebody else's that judges what we wrote.
struct Peer {
    let status: Int32
    /// Both outputs.
    let output: String

    /// Runs it to its end; a program that is not there is an error, never a skip.
    init(_ program: String, _ arguments: [String]) throws {
        let places = ["/usr/bin/", "/usr/local/bin/", ""].map { $0 + program }
        guard let path = places.first(where: { FileManager.default.isExecutableFile(atPath: $0) }) else {
            throw PeerMissing(name: program)
        }
        let process = Process()
        let pipe = Pipe()
        process.executableURL = URL(filePath: path)
        process.arguments = arguments
        process.standardOutput = pipe
        process.standardError = pipe
        process.standardInput = FileHandle.nullDevice
        try process.run()
        output = String(decoding: pipe.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
        process.waitUntilExit()
        status = process.terminationStatus
    }

    /// Python with pydicom, as the fixtures are made with.
    static let python = Fixtures.root.appending(path: ".venv/bin/python").path
}

/// A peer is not installed.
struct PeerMissing: Error, CustomStringConvertible {
    let name: String

    var description: String { "\(name) is missing: run `make test-deps`." }
}
