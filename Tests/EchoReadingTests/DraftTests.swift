internal import EchoCore
internal import EchoReading
internal import EchoTesting
internal import Foundation
import Testing

@Suite("Draft") struct DraftTests {
    static func study(patient: String? = "pt-1", clips: Int = 2) throws -> StudyVectors {
        let near = try Support.embedding(1, 0, 0)
        return StudyVectors(
            study: StudyID("st-now"), patient: patient.map { PatientID($0) }, date: "20200101",
            clips: (0..<clips).map { Support.clip("cl-\($0)", near, view: $0 == 0 ? "A4C" : "PLAX") }
                + [Support.clip("cl-c", near, kind: .color)])
    }

    static func caption(
        _ id: String, _ section: String, _ text: String, from study: String = "st-other",
        patient: String? = "pt-2", date: String? = "20190101", off: Float = 0
    ) throws -> CaptionCandidate {
        CaptionCandidate(
            caption: CaptionID(id), study: StudyID(study), patient: patient.map { PatientID($0) }, date: date,
            section: section, text: text, embedding: try Support.embedding(1, off, 0))
    }

    static func draft(
        _ captions: [CaptionCandidate], study: StudyVectors? = nil, options: DraftOptions = DraftOptions()
    ) throws -> Draft {
        try Draft(
            study: study ?? Self.study(), captions: captions, sections: Support.english(), options: options,
            context: Support.context())
    }

    static func captions() throws -> [CaptionCandidate] {
        [
            try caption("ca-1", "left-ventricle", "The ejection fraction is 55-60% by biplane.", off: 0.1),
            try caption("ca-2", "left-ventricle", "The patient is a 72-year-old man.", off: 0),
            try caption("ca-3", "left-ventricle", "The left ventricle is small.", off: 0.9),
            try caption(
                "ca-4", "aorta", "The aortic root measures 3.5 cm.", from: "st-old", patient: "pt-1", off: 0.2
            ),
            try caption(
                "ca-5", "mitral-valve", "Mild leak, 2 jets.", from: "st-late", patient: "pt-1",
                date: "20210101", off: 0.2),
            try caption("ca-6", "pericardium", "No effusion, final report.", off: 0.2),
            try caption("ca-7", "atria", "Left atrium *is* <b>large</b>.", from: "st-now", patient: "pt-1"),
            try caption("ca-8", "tricuspid-valve", "Trace leak.", patient: nil, date: nil, off: 0.3),
            try caption("ca-9", "comparison", "No change.", off: 0.1),
        ]
    }

    static func section(_ draft: Draft, _ id: String) throws -> DraftSection {
        try #require(draft.sections.first { $0.id == id })
    }

    @Test("takes the nearest caption of each section, numbers of others replaced")
    func takesNearest() throws {
        let draft = try Self.draft(try Self.captions())
        let left = try Self.section(draft, "left-ventricle")
        let sentence = try #require(left.sentences.first)
        #expect(left.sentences.count == 1)
        #expect(sentence.text == "The ejection fraction is \(NumberMask.placeholder) by biplane.")
        #expect(sentence.caption.text == "ca-1")
        #expect(sentence.rank == 2)
        #expect(sentence.relation == .otherPatient)
        #expect(sentence.matchBasis == .embedding)
        #expect(left.withheld == 1)
        #expect(left.candidates == 3)
        #expect(left.margin == 0)
        #expect(draft.sections.map(\.id) == (try Support.english().sections.map(\.id)))
    }

    @Test("keeps a prior's numbers with its date, and no others, even of the same patient")
    func keepsPriorNumbers() throws {
        let draft = try Self.draft(try Self.captions())
        let prior = try #require(try Self.section(draft, "aorta").sentences.first)
        #expect(prior.text == "The aortic root measures 3.5 cm.")
        #expect(prior.relation == .prior)
        #expect(prior.matchBasis == .patientID)
        #expect(draft.text.contains("[prior of 20190101] The aortic root measures 3.5 cm."))
        let later = try #require(try Self.section(draft, "mitral-valve").sentences.first)
        #expect(later.relation == .samePatient)
        #expect(later.text == "Mild leak, \(NumberMask.placeholder) jets.")
        let unknown = try Self.draft(try Self.captions(), study: try Self.study(patient: nil))
        #expect(unknown.sections.flatMap(\.sentences).allSatisfy { $0.relation == .otherPatient })
        #expect(!unknown.text.contains("3.5"))
    }

    @Test("abstains per section with a reason, and counts it")
    func abstains() throws {
        let draft = try Self.draft(try Self.captions())
        let reasons = Dictionary(uniqueKeysWithValues: draft.sections.map { ($0.id, $0.abstention?.code) })
        #expect(reasons["pericardium"] == .noCaption)
        #expect(reasons["atria"] == .noCaption)
        #expect(reasons["comparison"] == .notFromCaptions)
        #expect(reasons["tricuspid-valve"] == .some(nil))
        #expect(draft.abstentions == draft.sections.count { $0.sentences.isEmpty })
        #expect(draft.abstentions == 10)

        var options = DraftOptions()
        options.minimumScore = 0.99
        let strict = try Self.draft(try Self.captions(), options: options)
        #expect(try Self.section(strict, "aorta").abstention?.code == .scoreBelow)
        options = DraftOptions()
        options.minimumMargin = 0.05
        let wide = try Self.draft(try Self.captions(), options: options)
        #expect(try Self.section(wide, "left-ventricle").abstention?.code == .marginBelow)
        #expect(try Self.section(wide, "aorta").abstention?.code == .marginBelow)
    }

    @Test("says nothing of a study with fewer than two B-mode clips", arguments: [0, 1])
    func needsClips(clips: Int) throws {
        let draft = try Self.draft(try Self.captions(), study: try Self.study(clips: clips))
        #expect(draft.sections.allSatisfy { $0.abstention?.code == .tooFewClips && $0.sentences.isEmpty })
        #expect(draft.abstentions == draft.sections.count)
        #expect(draft.text.hasPrefix("DRAFT - NOT REVIEWED BY A PHYSICIAN\n"))
    }

    @Test("prints one sentence once, however many captions say it")
    func printsOnce() throws {
        var options = DraftOptions()
        options.sentencesPerSection = 3
        let same = try ["55", "60", "40"].enumerated().map { place, value in
            try Self.caption("ca-\(place)", "left-ventricle", "EF is \(value)%.", off: Float(place))
        }
        let draft = try Self.draft(same, options: options)
        #expect(try Self.section(draft, "left-ventricle").sentences.map(\.caption.text) == ["ca-0"])
    }

    @Test("refuses captions of another model's length")
    func refusesOtherLength() throws {
        let odd = CaptionCandidate(
            caption: CaptionID("ca-1"), study: StudyID("st-2"), patient: nil, date: nil, section: "aorta",
            text: "x", embedding: try Support.embedding(1, 0))
        #expect(throws: ReadingError.dimension(found: 2, expected: 3)) { try Self.draft([odd]) }
    }

    @Test("looks like this as text, Markdown and JSON")
    func rendersAlike() throws {
        let draft = try Self.draft(try Self.captions())
        #expect(Snapshot.difference(draft.text, "draft.txt") == nil)
        #expect(Snapshot.difference(draft.markdown, "draft.md") == nil)
        #expect(Snapshot.difference(try draft.json() + "\n", "draft.json") == nil)
        let decoded = try JSONDecoder().decode(Draft.self, from: Data(try draft.json(pretty: false).utf8))
        #expect(decoded == draft)
        #expect(try !draft.json(pretty: false).contains("\n"))
    }

    @Test("lets no caption pass for another line, or write to a terminal")
    func printsOneLine() throws {
        let sly = try Self.caption("ca-1", "aorta", "Wide.\n\u{1B}[2JSTATUS: done\u{202E}\r\nEnd.")
        let draft = try Self.draft([sly])
        #expect(
            try Self.section(draft, "aorta").sentences.map(\.text) == [
                "Wide. [\(NumberMask.placeholder)JSTATUS: done End."
            ])
        let blank = try Self.draft([try Self.caption("ca-1", "aorta", " \n\u{7}")])
        #expect(try Self.section(blank, "aorta").abstention?.code == .noCaption)
    }

    @Test("escapes what Markdown would take for markup")
    func escapes() {
        #expect(Draft.escaped("# <b>*a*</b> [x](y)\n|") == "\\# \\<b\\>\\*a\\*\\</b\\> \\[x\\](y) \\|")
    }
}
