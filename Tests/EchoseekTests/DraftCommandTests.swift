import EchoTesting
import Testing

@Suite("echoseek draft") struct DraftCommandTests {
    static let firstLine = "DRAFT - NOT REVIEWED BY A PHYSICIAN"

    @Test("begins with the words that it was not reviewed, in each format", arguments: ["text", "markdown"])
    func firstLine(format: String) throws {
        let run = try Lab.shared().program.run("draft", Lab.dicomStudy, "--format", format)
        #expect(run.status == 0)
        #expect(run.lines.first == Self.firstLine)
        #expect(!run.output.lowercased().contains("preliminary"))
    }

    @Test("as JSON gives each sentence its source, and takes over no number of another patient")
    func provenance() throws {
        let draft = try Lab.shared().program.run("draft", Lab.dicomStudy, "--format", "json").json
        #expect(draft["banner"].text == Self.firstLine)
        #expect(draft["status"].text == "partial")
        let sections = draft["sections"].items
        #expect(sections.count == 14)
        let sentences = sections.flatMap { $0["sentences"].items }
        #expect(!sentences.isEmpty)
        for sentence in sentences {
            #expect(sentence.keys.isSuperset(of: ["text", "source_study", "caption", "score", "rank"]))
            #expect(sentence["text"].text?.contains("60") == false)
        }
        for section in sections where section["sentences"].items.isEmpty {
            #expect(section["abstention"]["reason"].text?.isEmpty == false)
        }
    }

    @Test("of several studies goes on past one that is not there, and exits 2")
    func several() throws {
        let program = try Lab.shared().program
        let run = try program.run("draft", "S1", "S9", "S2", "--json")
        #expect(run.status == 2)
        #expect(try run.jsonLines.count == 2)
        #expect(run.errors.hasPrefix("echoseek: S9: "))
        #expect(try program.run("draft", "S9").status == 66)
    }

    @Test("--all drafts every study, in each format apart from the next")
    func all() throws {
        let program = try Lab.shared().program
        #expect(try program.run("draft", "--all", "--json").jsonLines.count == 4)
        let text = try program.run("draft", "--all").lines
        #expect(text.filter { $0 == Self.firstLine }.count == 4)
    }

    @Test("abstains where the study has fewer B-mode clips than are needed")
    func abstention() throws {
        let draft = try Lab.shared().program.run("draft", "S1", "--json").json
        #expect(draft["sections"].items.allSatisfy { $0["abstention"]["code"].text == "too-few-clips" })
        let one = try Lab.shared().program.run("draft", "S1", "--min-clips", "1", "--json").json
        #expect(!one["sections"].items.allSatisfy { $0["sentences"].items.isEmpty })
    }
}
