internal import EchoCore
internal import EchoReading
internal import EchoTesting
import Testing

@Suite("Every draft") struct DraftPropertyTests {
    static let texts = [
        "EF 55-60%.", "The root measures 3.5 cm.", "This is a final report.", "PRELIMINARY: no effusion.",
        "Verified by Dr. Who.", "Finalized today.", "The valve is thick.", "Trace leak.",
        "Two clips are seen.",
        "Unchanged since 2019.", "The 72-year-old man has a large atrium.", "Walls move evenly.",
        "Electronically signed.", "Gradient 40 mmHg.", "Unverified reading.",
    ]

    /// A draft from random captions, and the captions.
    static func random(_ seed: UInt64) throws -> (draft: Draft, captions: [CaptionCandidate]) {
        var random = SplitMix64(seed: seed)
        let sections = try Support.english()
        let ids = sections.sections.map(\.id)
        let captions = try (0..<Int.random(in: 0...80, using: &random)).map { place in
            CaptionCandidate(
                caption: CaptionID("ca-\(place)"),
                study: StudyID("st-\("abcdef".randomElement(using: &random) ?? "a")"),
                patient: [nil, PatientID("pt-x"), PatientID("pt-y")].randomElement(using: &random) ?? nil,
                date: [nil, "20180101", "20220101"].randomElement(using: &random) ?? nil,
                section: ids.randomElement(using: &random) ?? "",
                text: texts.randomElement(using: &random) ?? "",
                embedding: try Support.embedding(&random))
        }
        let clips = try (0..<Int.random(in: 0...4, using: &random)).map { place in
            Support.clip(
                "cl-\(place)", try Support.embedding(&random),
                kind: ClipKind.allCases.randomElement(using: &random) ?? .bMode)
        }
        let study = StudyVectors(
            study: StudyID("st-a"), patient: Bool.random(using: &random) ? PatientID("pt-x") : nil,
            date: Bool.random(using: &random) ? "20200101" : nil, clips: clips)
        var options = DraftOptions()
        options.sentencesPerSection = Int.random(in: 1...3, using: &random)
        options.minimumScore = Bool.random(using: &random) ? 0.2 : nil
        let draft = try Draft(
            study: study, captions: captions, sections: sections, options: options,
            context: Support.context())
        return (draft, captions)
    }

    @Test("has one status, and never claims another in any format", arguments: UInt64(0)..<200)
    func neverClaimsReview(seed: UInt64) throws {
        let draft = try Self.random(seed).draft
        #expect(draft.status == .partial)
        for output in [draft.text, draft.markdown, try draft.json()] {
            let words = output.lowercased()
            for claim in ["final", "preliminary", "verified"] { #expect(!words.contains(claim)) }
            #expect(output.contains(Notice.notADiagnosis))
            #expect(output.contains(Notice.draftFirstLine))
            #expect(words.contains("partial"))
        }
        #expect(draft.text.split(separator: "\n").first == "DRAFT - NOT REVIEWED BY A PHYSICIAN")
        #expect(draft.markdown.split(separator: "\n").first == "DRAFT - NOT REVIEWED BY A PHYSICIAN")
    }

    @Test("traces each sentence to a stored caption of another study", arguments: UInt64(0)..<200)
    func tracesSentences(seed: UInt64) throws {
        let (draft, captions) = try Self.random(seed)
        let stored = Dictionary(uniqueKeysWithValues: captions.map { ($0.caption, $0) })
        for section in draft.sections {
            #expect(section.sentences.isEmpty == (section.abstention != nil))
            for sentence in section.sentences {
                let source = try #require(stored[sentence.caption])
                #expect(source.study == sentence.sourceStudy)
                #expect(source.section == section.id)
                #expect(sentence.sourceStudy != draft.study)
                #expect((1...section.candidates).contains(sentence.rank))
                #expect(draft.text.contains("from \(sentence.sourceStudy) \(sentence.caption)"))
                if sentence.relation == .prior {
                    #expect(sentence.text == source.text)
                    #expect(sentence.priorDate == "20180101")
                } else {
                    #expect(sentence.text.allSatisfy { !$0.isNumber })
                }
            }
        }
    }

    @Test("is the same whatever the captions' order", arguments: UInt64(0)..<40)
    func isOrderFree(seed: UInt64) throws {
        let (draft, captions) = try Self.random(seed)
        var random = SplitMix64(seed: seed + 1)
        let query = try Support.embedding(&random)
        let study = StudyVectors(
            study: StudyID("st-a"), clips: [Support.clip("cl-1", query), Support.clip("cl-2", query)])
        func again(_ captions: [CaptionCandidate]) throws -> Draft {
            try Draft(
                study: study, captions: captions, sections: try Support.english(), options: draft.options,
                context: draft.context)
        }
        #expect(try again(captions) == (try again(captions.shuffled(using: &random))))
    }
}
