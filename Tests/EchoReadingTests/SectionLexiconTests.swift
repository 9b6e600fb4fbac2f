internal import EchoReading
internal import Foundation
import Testing

@Suite("The English section lexicon") struct SectionLexiconTests {
    static let cases: [(section: String?, sentence: String)] = {
        let file = Support.folder.appending(path: "Golden/section_cases.txt")
        let lines = ((try? String(contentsOf: file, encoding: .utf8)) ?? "").split(separator: "\n")
        return lines.filter { !$0.hasPrefix("#") }.map { line in
            let parts = line.split(separator: "|", maxSplits: 1).map(String.init)
            return (parts[0] == "-" ? nil : parts[0], parts[parts.count - 1])
        }
    }()

    @Test("puts sentences of every section where a reader looks for them")
    func assigns() throws {
        let splitter = ReportSplitter(try Support.english())
        #expect(Self.cases.count >= 95)
        for (section, sentence) in Self.cases {
            let found = splitter.split(sentence)
            #expect(found.map(\.text) == [sentence])
            #expect(found.map(\.section) == [section], "\(sentence)")
        }
        let covered = Set(Self.cases.compactMap(\.section))
        #expect(covered == Set(try Support.english().sections.map(\.id)))
    }

    @Test("ends a sentence after MR, and not after Mr.")
    func mitralRegurgitation() throws {
        let splitter = ReportSplitter(try Support.english())
        #expect(
            splitter.split("There is severe MR. The left atrium is dilated.").map(\.section) == [
                "mitral-valve", "atria",
            ])
        #expect(splitter.split("Seen with Mr. Example in the laboratory today.").count == 1)
    }

    @Test("refuses a weight that makes a section's words count for nothing")
    func refusesWeight() throws {
        let json = """
            {"name": "s", "language": "en", "general_headings": [], "ignored_headings": [], "abbreviations": [],
             "expected_views": [], "withheld": [],
             "numbers": {"words": [], "units": [], "grades": [], "connectors": [], "exempt": []},
             "sections": [{"id": "a", "title": "A", "keywords": ["x"], "weight": 0}]}
            """
        #expect(throws: ReadingError.sections(.weight("a", found: 0))) {
            try JSONDecoder().decode(ReportSections.self, from: Data(json.utf8))
        }
    }
}
