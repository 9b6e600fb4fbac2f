internal import EchoReading
internal import EchoTesting
internal import Foundation
internal import FoundationXML
import Testing

@Suite("An edited draft") struct EditedDraftTests {
    @Test("gives FHIR a narrative that parses as XML, and plain lines, whatever was typed")
    func printsWhatMayBePrinted() throws {
        let control = String((UInt8(0)..<32).map { Character(UnicodeScalar($0)) })
        let typed = "Wide.\(control)\u{8}\u{7F}\u{FFFE}\u{FFFF}]]> <&\n \u{7}\nEnd."
        let edit = SectionEdit(section: "aorta", text: typed)
        let edited = EditedDraft(draft: try DraftTests.draft(try DraftTests.captions()), edits: [edit])
        let report = try JSON(
            parsing: try edited.fhir(
                of: FHIRStudy(patient: nil, studyKey: nil, date: nil), at: Date(timeIntervalSince1970: 0)))
        let narrative = try #require(report["text"]["div"].text)
        let parser = XMLParser(data: Data(narrative.utf8))
        #expect(parser.parse())
        #expect(narrative.contains(SectionEdit.label))
        #expect(edited.text.contains("    Wide.\n    ]]> <&\n    End.\n"))
    }
}
