import EchoTesting
import Foundation
import Testing

@Suite("echoseek keys, audit and jobs") struct LedgerCommandTests {
    private let scratch: ScratchFolder
    private var program: Program { Program(in: scratch.url, ["ECHOSEEK_INDEX": "index"]) }

    init() throws { scratch = try ScratchFolder() }

    @Test("make a key that is shown once, list it without it, and revoke it")
    func keys() throws {
        let made = try program.run("keys", "create", "reading room", "--scope", "write")
        #expect(made.status == 0, "\(made.errors)")
        let secret = made.output.trimmingCharacters(in: .newlines)
        #expect(secret.hasPrefix("echoseek_"))
        #expect(made.errors.contains("only time"))
        let json = try program.run("keys", "create", "b", "--scope", "admin", "--json").json
        #expect(json.keys == ["id", "name", "scope", "secret"])
        let listed = try program.run("keys", "list", "--json")
        #expect(try listed.json.items.map { $0["name"].text } == ["reading room", "b"])
        #expect(!listed.output.contains(secret.suffix(43)))
        let folder = scratch.url.appending(path: "index/service")
        for name in try FileManager.default.contentsOfDirectory(atPath: folder.path) {
            let bytes = try Data(contentsOf: folder.appending(path: name))
            #expect(bytes.range(of: Data(secret.suffix(43).utf8)) == nil, "\(name)")
        }
        #expect(try program.run("keys", "revoke", "reading room").status == 0)
        #expect(try program.run("keys", "revoke", "reading room").status == 66)
        #expect(try program.run("keys", "create", "a/b", "--scope", "read").status == 65)
        #expect(try program.run("keys", "create", "b", "--scope", "read").status == 65)
        #expect(try program.run("keys", "create", "c", "--scope", "all").status == 64)
        #expect(try program.run("keys", "revoke", "b").status == 0)
        // Where none is left, too.
        #expect(try program.run("keys", "create", "b", "--scope", "admin").status == 0)
    }

    @Test("verify the trail, know an old head, and find an altered byte with 74")
    func audit() throws {
        for name in ["a", "b", "c"] { _ = try program.run("keys", "create", name, "--scope", "read") }
        let lines = try program.run("audit", "export").output.split(separator: "\n")
        #expect(lines.count == 3)
        #expect(lines.allSatisfy { $0.contains("\"action\":\"key.created\"") })
        let sound = try program.run("audit", "verify", "--json")
        #expect(sound.status == 0)
        #expect(try sound.json["entries"].number == 3)
        let head = try #require(try sound.json["head"].text)
        _ = try program.run("keys", "revoke", "a")
        #expect(try program.run("audit", "verify", "--head", head).status == 0)
        let other = String(head.reversed())
        #expect(try program.run("audit", "verify", "--head", other).status == 74)
        #expect(try program.run("audit", "export", "--after", "3").output.contains("key.revoked"))
        let file = scratch.url.appending(path: "index/service/ledger.sqlite")
        var bytes = try Data(contentsOf: file)
        let place = try #require(bytes.range(of: Data("key.createddone".utf8)))
        bytes.replaceSubrange(place, with: Data("key.revokeddone".utf8))
        try bytes.write(to: file)
        let broken = try program.run("audit", "verify", "--json")
        #expect(broken.status == 74)
        #expect(try broken.json["ok"] == .flag(false))
    }

    @Test("say so where no server ever was, and make nothing")
    func nothing() throws {
        for arguments in [
            ["keys", "list"], ["keys", "revoke", "a"], ["audit", "verify"], ["audit", "export"],
            ["jobs", "list"],
        ] {
            let run = try program.run(arguments)
            #expect(run.status == 66)
            #expect(run.errors.contains("ledger.noLedger"))
        }
        #expect(!FileManager.default.fileExists(atPath: scratch.path("index")))
        _ = try program.run("keys", "create", "a", "--scope", "read")
        let jobs = try program.run("jobs", "list")
        #expect(jobs.output == "There are none.\n")
    }
}
