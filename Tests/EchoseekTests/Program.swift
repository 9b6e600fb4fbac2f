import EchoTesting
import Foundation

/// The built program, run as a user runs it: its own process, in a folder, with a known environment.
struct Program {
    /// The folder to run in.
    let folder: URL
    /// What the environment holds besides PATH and a home folder of its own.
    var environment: [String: String] = [:]

    static let binary = Fixtures.root.appending(path: ".build/release/echoseek").path

    /// The folder is also the home folder, so that nobody's own configuration is read.
    init(in folder: URL, _ environment: [String: String] = [:]) {
        self.folder = folder
        self.environment = environment
    }

    /// Runs to the end.
    func run(_ arguments: String...) throws -> Run { try run(arguments) }

    /// Runs to the end.
    func run(_ arguments: [String]) throws -> Run { try start(arguments: arguments).wait() }

    /// Runs a shell line, `echoseek` being the program.
    func shell(_ line: String) throws -> Run {
        try start("/bin/bash", arguments: ["-c", "echoseek() { \(Self.binary) \"$@\"; }; \(line)"]).wait()
    }

    /// Runs on a terminal of 100 columns; both outputs arrive together.
    func onTerminal(_ arguments: String) throws -> Run {
        let line = "stty cols 100; exec \(Self.binary) \(arguments)"
        return try start("/usr/bin/script", arguments: ["-qec", line, "/dev/null"]).wait()
    }

    /// Starts, and does not wait.
    func start(_ program: String = Program.binary, arguments: [String]) throws -> RunningProgram {
        var all = [
            "PATH": "/usr/bin:/bin", "HOME": folder.path, "SHELL": "/bin/bash", "TERM": "xterm",
            "LD_LIBRARY_PATH": ProcessInfo.processInfo.environment["LD_LIBRARY_PATH"] ?? "",
        ]
        all.merge(environment) { _, own in own }
        return try RunningProgram(program, arguments, environment: all, folder: folder)
    }
}
