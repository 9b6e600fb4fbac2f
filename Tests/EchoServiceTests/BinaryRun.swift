import EchoTesting
import Foundation

/// A run of the built `echoseek`, which must be there.
struct BinaryRun {
    let status: Int32
    let output: String
    let errors: String
    /// The most memory it held, in bytes, as the kernel counts it.
    let peakBytes: Int

    /// Beside the tests' own program.
    static let path = Fixtures.root.appending(path: ".build/release/echoseek").path

    /// Starts it with the tiny model.
    ///
    /// - Parameters:
    ///   - launcher: what starts it in its turn, with its arguments.
    ///   - meanwhile: given the running process and its standard output so far.
    init(
        _ arguments: [String], threads: Int = 2, launcher: [String] = [], models: String? = nil,
        meanwhile: (Process, () -> String) throws -> Void = { _, _ in }
    ) throws {
        let scratch = try ScratchFolder()
        let command = launcher + [Self.path] + arguments
        let process = Process()
        process.executableURL = URL(filePath: command[0])
        process.arguments = Array(command.dropFirst())
        process.environment = [
            "ECHOSEEK_MODELS": try models ?? TinyModel.models(), "ECHOSEEK_MODEL": TinyModel.name,
            "ECHOSEEK_THREADS": "\(threads)", "HOME": scratch.url.path, "PATH": "/usr/bin:/bin",
        ]
        let files = try ["out", "err"].map { name in
            try FileHandle(forWritingTo: URL(filePath: try scratch.write([], to: name)))
        }
        process.standardOutput = files[0]
        process.standardError = files[1]
        process.standardInput = FileHandle.nullDevice
        try process.run()
        try meanwhile(process) { Self.text(scratch.path("out")) }
        var peak = 0
        while process.isRunning {
            peak = max(peak, Self.peakBytes(of: process.processIdentifier))
            usleep(2_000)
        }
        process.waitUntilExit()
        status = process.terminationStatus
        output = Self.text(scratch.path("out"))
        errors = Self.text(scratch.path("err"))
        peakBytes = peak
    }

    /// Each line of the output as an object.
    func lines() throws -> [[String: Any]] {
        try output.split(separator: "\n").compactMap {
            try JSONSerialization.jsonObject(with: Data($0.utf8)) as? [String: Any]
        }
    }

    private static func text(_ path: String) -> String {
        String(decoding: FileManager.default.contents(atPath: path) ?? Data(), as: UTF8.self)
    }

    private static func peakBytes(of process: Int32) -> Int {
        let line = text("/proc/\(process)/status").split(separator: "\n").first { $0.hasPrefix("VmHWM:") }
        return (line?.split(separator: " ").compactMap { Int($0) }.first ?? 0) * 1_024
    }
}
