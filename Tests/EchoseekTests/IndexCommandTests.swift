import EchoTesting
import Foundation
import Testing

@Suite("echoseek index") struct IndexCommandTests {
    private let scratch: ScratchFolder

    init() throws { scratch = try ScratchFolder() }

    /// A copy of the shared index, to be changed.
    static func copy(to scratch: ScratchFolder) throws -> Program {
        let lab = try Lab.shared()
        let run = try lab.program.run("index", "backup", scratch.path("backup"))
        try #require(run.status == 0, "\(run.errors)")
        let program = Program(
            in: scratch.url, ["ECHOSEEK_INDEX": "index", "ECHOSEEK_MODELS": lab.folder.path + "/models"])
        try #require(try program.run("index", "restore", "backup").status == 0)
        return program
    }

    @Test("stats counts what there is, with the content's digest where asked")
    func stats() throws {
        let program = try Lab.shared().program
        let stats = try program.run("index", "stats", "--json").json
        #expect(
            stats.keys == [
                "format_version", "rows", "clips_by_kind", "usable_clips", "left_out_by_state", "spaces",
                "database_bytes", "vector_bytes", "content_digest",
            ])
        #expect(stats["rows"]["studies"].number == 4)
        #expect(stats["clips_by_kind"]["b-mode"].number == 4)
        #expect(stats["left_out_by_state"]["quarantined"].number == 1)
        #expect(stats["spaces"][0]["notice"].text == SmallModel.notice)
        #expect(stats["content_digest"] == .null)
        let digest = try program.run("index", "stats", "--digest", "--json").json["content_digest"].text
        #expect(digest?.count == 64)
    }

    @Test("verify finds a sound index sound, and a flipped bit with 74")
    func verify() throws {
        let program = try Self.copy(to: scratch)
        let sound = try program.run("index", "verify", "--json")
        #expect(sound.status == 0)
        #expect(try sound.json.keys == ["ok", "rows_checked", "files_checked", "damages"])
        #expect(try sound.json["ok"] == .flag(true))
        _ = try program.run("search", "--text", "the")
        let folder = scratch.url.appending(path: "index/vectors")
        let name = try #require(
            try FileManager.default.contentsOfDirectory(atPath: folder.path).sorted().first)
        let file = folder.appending(path: name)
        var bytes = try Data(contentsOf: file)
        bytes[bytes.count - 3] ^= 1
        try bytes.write(to: file)
        let damaged = try program.run("index", "verify", "--json")
        #expect(damaged.status == 74)
        #expect(try damaged.json["ok"] == .flag(false))
        #expect(try damaged.json["damages"].items.isEmpty == false)
        #expect(try program.run("index", "rebuild").status == 0)
        #expect(try program.run("index", "verify").status == 0)
    }

    @Test("backup and restore carry the whole content, and refuse a folder in use")
    func backup() throws {
        let program = try Self.copy(to: scratch)
        let before = try Lab.shared().program.run("index", "stats", "--digest", "--json").json
        let after = try program.run("index", "stats", "--digest", "--json").json
        #expect(before["content_digest"] == after["content_digest"])
        #expect(before["content_digest"].text != nil)
        let again = try program.run("index", "restore", "backup")
        #expect(again.status == 65)
        #expect(again.errors.contains("[index.targetNotEmpty]"))
        let forced = try program.run("index", "restore", "backup", "--force", "--json")
        #expect(try forced.json["studies"].number == 4)
        #expect(try program.run("index", "backup", "backup").status == 65)
    }

    @Test("delete removes one study for good, and says first what would go")
    func delete() throws {
        let program = try Self.copy(to: scratch)
        let preview = try program.run("index", "delete", "--study", "S1", "--dry-run", "--json")
        #expect(try preview.json["clips"].items.count == 1)
        let done = try program.run("index", "delete", "--study", "S1", "--vacuum", "--json")
        #expect(try done.json["clips"].number == 1)
        #expect(try program.run("list", "studies", "--json").json.items.count == 3)
        #expect(try program.run("show", "S1").status == 66)
        #expect(try program.run("index", "delete", "--study", "S1").status == 66)
    }

    @Test("export writes the vectors as NumPy arrays with their ids")
    func export() throws {
        let run = try Lab.shared().program.run("index", "export", scratch.path("out"), "--json")
        let files = try run.json["files"].items.compactMap(\.text)
        #expect(files.count == 4)
        let npy = try Data(contentsOf: scratch.url.appending(path: "out/both-clip.npy"))
        #expect(Array(npy.prefix(6)) == [0x93] + Array("NUMPY".utf8))
        let ids = try String(contentsOf: scratch.url.appending(path: "out/both-clip.ndjson"), encoding: .utf8)
        #expect(ids.split(separator: "\n").count == 5)
    }

    @Test("makes no index where there is none", arguments: ["rebuild", "verify", "stats"])
    func none(command: String) throws {
        let run = try Program(in: scratch.url).run("index", command, "--index", "nowhere")
        #expect(run.status == 66)
        #expect(!FileManager.default.fileExists(atPath: scratch.path("nowhere")))
    }
}
