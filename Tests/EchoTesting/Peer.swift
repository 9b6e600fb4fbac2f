import Foundation

/// A program of somebody else's that judges what we wrote.
public struct Peer {
    /// How it ended.
    public let status: Int32
    /// Both outputs.
    public let output: String

    /// Runs it to its end; a program that is not there is an error, never a skip.
    public init(_ program: String, _ arguments: [String]) throws {
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
    public static let python = Fixtures.root.appending(path: ".venv/bin/python").path
}

/// A peer is not installed.
public struct PeerMissing: Error, CustomStringConvertible {
    /// Its name.
    public let name: String

    /// The name and the command that installs it.
    public var description: String { "\(name) is missing: run `make test-deps`." }
}
