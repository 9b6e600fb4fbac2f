import EchoTesting
import Foundation
import Testing

/// Prompt sets' vectors are kept in the user's cache, so that a question put again needs no text tower.
@Suite("Kept prompt vectors") struct TextCacheTests {
    private let scratch: ScratchFolder
    private let program: Program

    init() throws {
        let lab = try Lab.shared()
        scratch = try ScratchFolder()
        for name in ["manifest.json", "weights.safetensors", "merges.txt"] {
            let from = lab.folder.appending(path: "models/\(Lab.model)/\(name)")
            try Data(contentsOf: from).write(
                to: URL(filePath: try scratch.write([], to: "models/\(Lab.model)/\(name)")))
        }
        program = Program(
            in: scratch.url,
            ["ECHOSEEK_MODELS": "models", "ECHOSEEK_INDEX": lab.folder.appending(path: "index").path])
    }

    private var kept: [URL] {
        get throws {
            try FileManager.default.contentsOfDirectory(
                at: scratch.url.appending(path: ".cache/echoseek/texts"), includingPropertiesForKeys: nil)
        }
    }

    private func withoutWeights<Value>(_ body: () throws -> Value) throws -> Value {
        let weights = scratch.url.appending(path: "models/\(Lab.model)/weights.safetensors")
        let away = scratch.url.appending(path: "away")
        try FileManager.default.moveItem(at: weights, to: away)
        let value = try body()
        try FileManager.default.moveItem(at: away, to: weights)
        return value
    }

    @Test("answer without the weights, are made anew where they are damaged, and hold no words")
    func answers() throws {
        let first = try program.run("ask", "pacemaker", "--json")
        #expect(first.status == 0, "\(first.errors)")
        let file = try #require(try kept.first)
        #expect(try kept.count == 1)
        let again = try withoutWeights { try program.run("ask", "pacemaker", "--json") }
        #expect(again.status == 0, "\(again.errors)")
        #expect(again.output == first.output)

        let whole = try Data(contentsOf: file)
        #expect(!String(decoding: whole, as: UTF8.self).lowercased().contains("pacemaker"))
        for damaged in [whole.prefix(whole.count / 2), whole.dropFirst(3), Data(), flipped(whole)] {
            try Data(damaged).write(to: file)
            #expect(try withoutWeights { try program.run("ask", "pacemaker") }.status != 0)
            let mended = try program.run("ask", "pacemaker", "--json")
            #expect(mended.output == first.output)
            #expect(
                try withoutWeights { try program.run("ask", "pacemaker", "--json") }.output == first.output)
        }
    }

    @Test("are another set's or another instruction set's own, and nothing where the cache cannot be written")
    func keys() throws {
        _ = try program.run("ask", "pacemaker")
        _ = try program.run("ask", "impella")
        #expect(try kept.count == 2)
        var portable = program
        portable.environment["ECHOSEEK_ISA"] = "portable"
        #expect(try portable.run("ask", "pacemaker").status == 0)
        #expect(try kept.count == 3)
        var unwritable = program
        unwritable.environment["XDG_CACHE_HOME"] = "/proc/none"
        #expect(try unwritable.run("ask", "pacemaker").status == 0)
    }

    /// One bit in the middle.
    private func flipped(_ data: Data) -> Data {
        var data = data
        data[data.count / 2] ^= 8
        return data
    }
}
