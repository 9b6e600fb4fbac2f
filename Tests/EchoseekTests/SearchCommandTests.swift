import EchoTesting
import Foundation
import Testing

@Suite("echoseek search") struct SearchCommandTests {
    private let scratch: ScratchFolder

    init() throws { scratch = try ScratchFolder() }

    static let keys: Set<String> = [
        "rank", "score", "percentile", "study", "clip", "kind", "view", "path", "left_out_reason",
        "study_key", "date", "patient",
    ]

    @Test("by words ranks clips by falling score, and gives as many as asked for")
    func text() throws {
        let found = try Lab.shared().program.run("search", "--text", "the left heart", "-k", "3", "--json")
            .json
        #expect(found.keys == ["results", "considered", "level", "stamp", "rare_token_share", "notices"])
        #expect(found["considered"].number == 5)
        #expect(found["level"].text == "clip")
        let results = found["results"].items
        #expect(results.map { $0["rank"].number } == [1, 2, 3])
        let scores = results.compactMap { $0["score"].number }
        #expect(scores == scores.sorted(by: >))
        for result in results {
            #expect(result.keys == Self.keys)
            #expect(result["clip"].text?.hasPrefix("cl-") == true)
            #expect(result["study"].text?.hasPrefix("st-") == true)
        }
    }

    @Test("like a study ranks other studies, the clip's keys being null", arguments: ["S1", "ACC1"])
    func study(name: String) throws {
        let found = try Lab.shared().program.run("search", "--like", name, "-k", "9", "--json").json
        #expect(found["level"].text == "study")
        #expect(!found["results"].items.contains { $0["study_key"].text == "S1" })
        for result in found["results"].items {
            #expect(result.keys == Self.keys)
            #expect(result["clip"] == .null)
        }
    }

    @Test("like a clip leaves that clip out, and finds the same pictures in another container first")
    func clip() throws {
        let program = try Lab.shared().program
        let clip = try #require(
            try program.run("list", "clips", "--study", "S1", "--json").json[0]["clip"].text)
        let found = try program.run("search", "--like", clip, "-k", "9", "--json").json
        #expect(found["considered"].number == 4)
        #expect(!found["results"].items.contains { $0["clip"].text == clip })
        #expect(found["results"][0]["path"].text?.contains("a4c_") == true)
    }

    @Test("like a file embeds it as the index was embedded, so that its copy in the index has the score 1")
    func file() throws {
        let program = try Lab.shared().program
        let clip = "clips/a4c_ybr422_jpeg_30f.dcm"
        let bytes = try Data(contentsOf: program.folder.appending(path: clip))
        let copy = try scratch.write(bytes, to: "copy.dcm")
        let found = try program.run("search", "--like", copy, "-k", "1", "--json").json
        #expect(found["results"][0]["path"].text?.hasSuffix(clip) == true)
        #expect(try #require(found["results"][0]["score"].number) > 0.99999)
        let own = try program.run("search", "--like", clip, "-k", "9", "--json").json
        #expect(own["considered"].number == 4, "a file that the index holds is that clip, left out")
        let refused = try program.run("search", "--like", "clips/cut.avi")
        #expect(refused.status == 65)
        #expect(refused.output.isEmpty)
    }

    @Test(
        "ranks only what passes the filters",
        arguments: [
            (["--kind", "still"], 1), (["--from", "2023-01-01"], 2), (["--to", "2018-12-31"], 2),
            (["--view", "A4C"], 2), (["--view", "PLAX"], 0), (["--site", "elsewhere"], 0),
            (["--label", "none-such"], 0),
        ])
    func filters(arguments: [String], count: Int) throws {
        let found = try Lab.shared().program.run(
            ["search", "--text", "the", "-k", "9", "--json"] + arguments
        ).json
        #expect(found["results"].items.count == count)
        #expect(found["considered"].number == Double(count))
    }

    @Test("writes one result a line under --ndjson, and pages")
    func pages() throws {
        let program = try Lab.shared().program
        let all = try program.run("search", "--text", "the", "--ndjson").jsonLines
        #expect(all.count == 5)
        let page = try program.run("search", "--text", "the", "--ndjson", "-k", "2", "--offset", "2")
            .jsonLines
        #expect(page == Array(all[2..<4]))
    }

    @Test("refuses a name that is nothing, with 66")
    func nothing() throws {
        let run = try Lab.shared().program.run("search", "--like", "nothing-of-that-name")
        #expect(run.status == 66)
        #expect(run.errors.contains("[service.noSuchSubject]"))
    }
}
