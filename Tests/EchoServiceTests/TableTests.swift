import EchoService
import EchoTesting
import Foundation
import Testing

@Suite("Manifest") struct TableTests {
    private func manifest(_ text: String, _ name: String = "m.csv") throws -> (Manifest, ScratchFolder) {
        let scratch = try ScratchFolder()
        return (try Manifest(path: try scratch.write(text.utf8, to: name)), scratch)
    }

    @Test("CSV fields may be quoted, hold commas, quotes and line ends, and begin with a byte order mark")
    func readsCSV() throws {
        let text = """
            \u{FEFF}Path, patient ,study,date,view,accession,report\r
            a.avi,P1,"S ""one"", first",2024-02-29,A4C,X1,"LV: normal.\nRV: normal, too."\r
            \r
            "b,c.avi",,,,,,
            """
        let (manifest, _) = try manifest(text)
        #expect(manifest.entries.map(\.path) == ["a.avi", "b,c.avi"])
        #expect(manifest.entries[0].study == "S \"one\", first")
        #expect(manifest.entries[0].report == "LV: normal.\nRV: normal, too.")
        #expect(manifest.entries[0].patient == "P1")
        #expect(manifest.entries[1].patient == nil)
    }

    @Test("NDJSON gives the same fields; numbers are taken as written and null is nothing")
    func readsNDJSON() throws {
        let text = """
            {"path": "a.avi", "patient": 17, "study": "S1", "date": "20240229", "view": null}

            {"path": "b.avi", "accession": "X, 2", "report": "One.\\nTwo."}
            """
        let (manifest, _) = try manifest(text, "m.ndjson")
        #expect(manifest.entries.map(\.patient) == ["17", nil])
        #expect(manifest.entries.map(\.date) == ["20240229", nil])
        #expect(manifest.entries[0].view == nil)
        #expect(manifest.entries[1].report == "One.\nTwo.")
    }

    @Test(
        "a row that cannot be right is refused with its line",
        arguments: [
            ("path,date\na.avi,2024-01-01\nb.avi,soon\n", 3, "no day"),
            ("path,report\n\"a.avi\",\"two\nlines\"\n,lonely\n", 4, "no `path`"),
            ("path,study\na.avi,S1,more\n", 2, "3 fields"),
            ("path,study\na.avi\n", 2, "1 fields"),
            ("path,study\na.avi,S1\n\na.avi,S2\n", 4, "line 2"),
            ("path,report\na.avi,gone.txt\n", 2, "report's file"),
            ("path,study\na.avi,\"S1\nb.avi,S2\n", 2, "not closed"),
            ("path,study\na.avi,\"S1\" x\n", 2, "closing quote"),
            ("path,Path\na,b\n", 1, "same name"),
            ("", 0, "no header"),
        ])
    func namesTheLine(text: String, line: Int, words: String) throws {
        let error = #expect(throws: ServiceError.self) { try manifest(text) }
        guard case .table(let problem, line) = error else {
            Issue.record("\(String(describing: error)), expected line \(line)")
            return
        }
        #expect(problem.contains(words))
    }

    @Test(
        "a JSON line that cannot be right is refused with its number",
        arguments: [
            ("{\"path\": \"a\"}\nnonsense\n", 2), ("[1]\n", 1),
            ("{\"path\": \"a\"}\n\n{\"study\": \"S\"}", 3),
            ("{\"path\": \"a\", \"report\": [\"x\"]}", 1),
        ])
    func namesTheJSONLine(text: String, line: Int) throws {
        let error = #expect(throws: ServiceError.self) { try manifest(text, "m.jsonl") }
        guard case .table(_, line) = error else {
            Issue.record("\(String(describing: error)), expected line \(line)")
            return
        }
    }

    @Test("a table that is missing or not UTF-8 is refused as a whole")
    func refusesWhole() throws {
        let scratch = try ScratchFolder()
        let latin = try scratch.write([0x70, 0x61, 0x74, 0x68, 0x0A, 0xE4, 0x0A], to: "latin.csv")
        for path in [latin, scratch.path("gone.csv")] {
            let error = #expect(throws: ServiceError.self) { try Manifest(path: path) }
            guard case .table(_, 0) = error else {
                Issue.record("\(String(describing: error))")
                continue
            }
        }
    }

    @Test("relative paths start at the manifest, then here, then at the folders named")
    func resolvesPaths() throws {
        let scratch = try ScratchFolder()
        _ = try scratch.write([1], to: "tables/beside.avi")
        _ = try scratch.write([1], to: "clips/below.avi")
        let table = try scratch.write("path\nbeside.avi\n".utf8, to: "tables/m.csv")
        let manifest = try Manifest(path: table)
        let clips = scratch.path("clips")
        #expect(manifest.resolve("beside.avi", below: [clips]) == scratch.path("tables/beside.avi"))
        #expect(manifest.resolve("below.avi", below: [clips]) == clips + "/below.avi")
        #expect(manifest.resolve("/x/y.avi", below: [clips]) == "/x/y.avi")
        #expect(manifest.resolve("gone.avi", below: [clips]) == scratch.path("tables/gone.avi"))
    }
}
