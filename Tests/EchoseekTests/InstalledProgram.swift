import EchoTesting
import Foundation

/// The program as `make install` leaves it, with a tiny `phantom` beside it and no model of the user's.
struct InstalledProgram {
    let scratch: ScratchFolder
    let program: Program

    init() throws {
        scratch = try ScratchFolder()
        let models = scratch.url.appending(path: "share/echoseek/Models")
        let files = FileManager.default
        for folder in ["bin", "share/echoseek/Models"] {
            try files.createDirectory(
                at: scratch.url.appending(path: folder), withIntermediateDirectories: true)
        }
        try files.copyItem(atPath: Program.binary, toPath: scratch.path("bin/echoseek"))
        for name in ["prompts", "report"] {
            try files.copyItem(
                at: Fixtures.root.appending(path: "Models/\(name)"), to: models.appending(path: name))
        }
        let phantom = models.appending(path: "phantom")
        try files.copyItem(
            at: Fixtures.root.appending(path: "Tests/EchoEncodeTests/Golden/phantom/tiny-phantom"),
            to: phantom)
        let manifest = phantom.appending(path: "manifest.json")
        let text = String(decoding: try Data(contentsOf: manifest), as: UTF8.self)
        try Data(text.replacing("\"tiny-phantom\"", with: "\"phantom\"").utf8).write(to: manifest)
        program = Program(in: scratch.url, ["ECHOSEEK_INDEX": "index"])
    }

    /// Runs the installed copy to the end.
    func run(_ arguments: [String]) throws -> Run {
        try program.start(scratch.path("bin/echoseek"), arguments: arguments).wait()
    }
}
