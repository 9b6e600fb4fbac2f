import EchoCore
import EchoService
import EchoTesting
import Foundation
import Testing

@Suite("Hostile input") struct HostileTests {
    @Test(
        "each file of a hostile folder ends in its own way, the good ones are embedded, exit 2",
        .timeLimit(.minutes(1)))
    func survivesFolder() throws {
        let folder = try HostileFolder()
        let index = try ScratchFolder()
        let run = try BinaryRun(
            ["ingest", "--index", index.path("i"), "--frames", "uniform:2", "--ndjson", folder.path])
        #expect(run.status == 2, "\(run.errors)")
        var found: [String: String] = [:]
        for line in try run.lines() {
            guard let input = line["input"] as? String, let state = line["state"] as? String else { continue }
            let code = line["code"] as? String
            let name = input.replacingOccurrences(of: folder.path + "/", with: "")
            found[name] = state + (code.map { " \($0)" } ?? "")
            if state != "embedded" { #expect((line["reason"] as? String)?.isEmpty == false) }
        }
        var expected = HostileFolder.expected
        for name in ["a_good.dcm", "z_good.dcm"] { expected[name] = "embedded" }
        for (name, state) in expected { #expect(found[name] == state, "\(name)") }
        #expect(found.count == expected.count)
        #expect(try run.lines().last?["embedded"] as? Int == 2)
    }

    @Test("embed tells of each file on its line, in input order, and exits 2", .timeLimit(.minutes(1)))
    func survivesEmbed() throws {
        let folder = try HostileFolder()
        let names = ["a_good.dcm", "zero.dcm", "pipe.dcm", "notes.avi", "gone.dcm", "sub", "z_good.dcm"]
        let run = try BinaryRun(["embed", "--frames", "uniform:2"] + names.map { folder.scratch.path($0) })
        #expect(run.status == 2, "\(run.errors)")
        let lines = try run.lines()
        #expect(lines.map { $0["input"] as? String } == names.map { folder.scratch.path($0) })
        let codes = lines.map { $0["code"] as? String }
        #expect(
            codes == [
                nil, "decode.empty", "input.notRegular", "decode.notAClip", "input.missing",
                "input.notRegular", nil,
            ])
        #expect(lines.map { ($0["embedding"] as? [Double])?.count } == [32, nil, nil, nil, nil, nil, 32])
        #expect(
            lines.map { $0["state"] as? String } == [
                "embedded", "quarantined", "quarantined", "skipped", "quarantined", "quarantined", "embedded",
            ])
    }

    @Test("files and folders that may not be read are quarantined, as another user where we are root")
    func tellsDenied() throws {
        let scratch = try ScratchFolder()
        let source = FileManager.default.contents(atPath: try TestArchive.run()[0]) ?? Data()
        for name in ["in/a.dcm", "in/b.dcm", "in/closed/c.dcm"] { _ = try scratch.write(source, to: name) }
        let models = scratch.path("models")
        try FileManager.default.copyItem(atPath: try TinyModel.models(), toPath: models)
        try Self.change(["/bin/chmod", "-R", "a+rwX", scratch.url.path])
        try Self.change(["/bin/chmod", "0", scratch.path("in/b.dcm"), scratch.path("in/closed")])
        defer { try? Self.change(["/bin/chmod", "700", scratch.path("in/closed")]) }
        let nobody = ["/usr/bin/setpriv", "--reuid=65534", "--regid=65534", "--clear-groups"]
        let run = try BinaryRun(
            [
                "ingest", "--index", scratch.path("index"), "--frames", "uniform:1", "--ndjson",
                scratch.path("in"),
            ], launcher: geteuid() == 0 ? nobody : [], models: models)
        #expect(run.status == 2, "\(run.errors)")
        let states = try run.lines().dropLast().map { "\($0["state"] ?? "") \($0["code"] as? String ?? "")" }
        #expect(
            states == ["quarantined input.unreadableFolder", "embedded ", "quarantined input.unreadable"])
    }

    @Test("a skip is a failure only where the caller named the file", arguments: [true, false])
    func failsByRule(isNamed: Bool) throws {
        let scratch = try ScratchFolder()
        let text = try scratch.write("no clip".utf8, to: "in/words.txt")
        let run = try BinaryRun(
            ["ingest", "--index", scratch.path("i"), "--json", isNamed ? text : scratch.path("in")])
        #expect(run.status == (isNamed ? 2 : 0), "\(run.errors)")
        #expect(try run.lines().last?["skipped"] as? Int == 1)
    }

    @Test("a file with more bytes than any clip is refused unread, and its reason says both numbers")
    func refusesHugeFiles() throws {
        let scratch = try ScratchFolder()
        let path = try scratch.write([], to: "huge.avi")
        #expect(truncate(path, 5 << 30) == 0)
        let start = ContinuousClock.now
        let run = try BinaryRun(["embed", path])
        if TimedRun.isAlone { #expect(ContinuousClock.now - start < .seconds(3)) }
        #expect(try run.lines().first?["code"] as? String == "input.tooLarge")
        #expect(try (run.lines().first?["reason"] as? String)?.contains("\(5 << 30)") == true)
    }

    private static func change(_ command: [String]) throws {
        let process = Process()
        process.executableURL = URL(filePath: command[0])
        process.arguments = Array(command.dropFirst())
        try process.run()
        process.waitUntilExit()
        #expect(process.terminationStatus == 0, "\(command)")
    }
}
