import EchoCore
import EchoService
import EchoTesting
import Foundation
import Testing

@Suite("Input walk") struct InputWalkTests {
    private func folder(_ names: [String]) throws -> ScratchFolder {
        let scratch = try ScratchFolder()
        for name in names { _ = try scratch.write([1], to: name) }
        return scratch
    }

    private func names(_ walk: InputWalk, in scratch: ScratchFolder) -> [String] {
        walk.files.map { $0.path.replacingOccurrences(of: scratch.url.path + "/", with: "") }
    }

    @Test("finds files by byte order of names, whatever their names end in, and looks at no dot file")
    func ordersByBytes() throws {
        let scratch = try folder(["b/2", "b/10", "B", "a.x", "ä", ".hidden", ".git/config", "b/.DS_Store"])
        let walk = InputWalk(paths: [scratch.url.path], manifest: nil)
        #expect(names(walk, in: scratch) == ["B", "a.x", "b/10", "b/2", "ä"])
        #expect(walk.files.allSatisfy { !$0.isNamed })
        #expect(walk.refusals.isEmpty)
    }

    @Test("a path given twice counts once, also by another spelling, link or a folder above it")
    func countsOnce() throws {
        let scratch = try folder(["in/a", "in/b"])
        try FileManager.default.createSymbolicLink(
            atPath: scratch.path("in/c"), withDestinationPath: "a")
        let inside = scratch.path("in")
        let walk = InputWalk(
            paths: [inside + "/b", inside + "/../in/b", inside, inside + "/a"], manifest: nil)
        #expect(names(walk, in: scratch) == ["in/b", "in/a"])
        #expect(walk.files.map(\.isNamed) == [true, false])
    }

    @Test("a folder named twice is walked once and told, without failing the run")
    func walksOnce() throws {
        let scratch = try folder(["in/sub/a"])
        let walk = InputWalk(paths: [scratch.path("in"), scratch.path("in/sub")], manifest: nil)
        #expect(names(walk, in: scratch) == ["in/sub/a"])
        #expect(walk.refusals.map(\.report.code) == ["input.folderLoop"])
        #expect(walk.refusals.map(\.isFailure) == [false])
    }

    @Test("links to folders are followed where the caller named them, and told of where not")
    func followsNamedLinks() throws {
        let scratch = try folder(["real/a", "walked/b"])
        let manager = FileManager.default
        try manager.createSymbolicLink(atPath: scratch.path("link"), withDestinationPath: "real")
        try manager.createSymbolicLink(atPath: scratch.path("walked/up"), withDestinationPath: "..")
        let walk = InputWalk(paths: [scratch.path("link"), scratch.path("walked")], manifest: nil)
        #expect(names(walk, in: scratch) == ["link/a", "walked/b"])
        #expect(walk.refusals.map(\.report.code) == ["input.folderLink"])
    }

    @Test("a file that is not there stays in the list, for its reason to be told")
    func keepsMissing() throws {
        let scratch = try folder(["a"])
        let walk = InputWalk(paths: [scratch.path("gone"), scratch.path("a")], manifest: nil)
        #expect(names(walk, in: scratch) == ["gone", "a"])
        let error = #expect(throws: InputError.self) { try FileFacts(path: scratch.path("gone")) }
        #expect(error == .missing)
    }

    @Test(
        "every reason tells what was found and what to do",
        arguments: [
            InputError.folderLoop, .folderLink, .unreadableFolder, .unreadableName, .missing, .unreadable,
            .notRegular, .tooLarge(found: 2, limit: 1), .companion, .unreadableReport,
        ])
    func hasReasons(error: InputError) {
        #expect(error.report.code.hasPrefix("input."))
        #expect(error.report.reason.hasSuffix("."))
        #expect(error.report.remedy.hasSuffix("."))
    }
}
