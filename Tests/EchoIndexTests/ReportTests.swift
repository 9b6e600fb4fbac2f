import EchoCore
import EchoIndex
import EchoTesting
import Testing

@Suite("Reports") struct ReportTests {
    let scratch: ScratchFolder
    let archive = SyntheticArchive(seed: 51)

    init() throws { scratch = try ScratchFolder() }

    private func report(_ study: Int, _ words: [String]) throws -> NewReport {
        var random = SplitMix64(seed: UInt64(study))
        let sentences = try words.map {
            NewSentence(
                section: "valves", text: $0, embedding: try SyntheticArchive.embedding(16, using: &random))
        }
        return NewReport(
            studyKey: archive.studyKey(ofClip: study * 4), text: words.joined(separator: " "),
            sentences: sentences, space: archive.space)
    }

    private func filled() async throws -> StudyIndex {
        let index = try await archive.makeIndex(at: scratch.path("i"))
        try await index.record(try (0..<12).map { .embedded(try archive.clip($0)) })
        return index
    }

    @Test("are kept with their sentences and vectors, and replaced as a whole")
    func replaces() async throws {
        let index = try await filled()
        let study = StudyID(key: archive.studyKey(ofClip: 0))
        #expect(try await index.record(try report(0, ["One.", "Two."])) == .recorded(study))
        #expect(try await index.record(try report(0, ["One.", "Two."])) == .unchanged(study))
        #expect(try await index.captions(of: study).map(\.text) == ["One.", "Two."])
        #expect(try await index.record(try report(0, ["Three."])) == .recorded(study))
        let captions = try await index.captions(of: study)
        #expect(captions.map(\.text) == ["Three."])
        #expect(try await index.reportText(of: study) == "Three.")
        #expect(
            try await index.captionEmbeddings(of: study, in: archive.space).map(\.caption)
                == captions.map(\.id))
        #expect(try await index.captions([captions[0].id, CaptionID("ca-none")]) == captions)
        #expect(try await index.verify().isSound)
    }

    @Test("find a study that is one file nobody said anything about, by its opaque id")
    func ofSoleFile() async throws {
        let index = try await archive.makeIndex(at: scratch.path("i"))
        var clip = try archive.clip(0)
        clip.identity = StudyIdentity()
        let study = StudyID(soleFile: clip.contentHash)
        try await index.record([.embedded(clip)])
        var report = try report(0, ["One."])
        report.studyKey = study.text
        #expect(try await index.record(report) == .recorded(study))
        #expect(try await index.reportText(of: study) == "One.")
    }

    @Test("under an accession number that two studies share are counted, not stored")
    func ofSharedAccession() async throws {
        let index = try await archive.makeIndex(at: scratch.path("i"))
        var clips = [try archive.clip(0), try archive.clip(4)]
        clips[1].identity.accessionNumber = "A0"
        try await index.record(clips.map { .embedded($0) })
        var report = try report(0, ["One."])
        report.studyKey = "A0"
        #expect(try await index.record(report) == .ambiguousStudy(count: 2))
        #expect(try await index.stats().rows["reports"] == 0)
    }

    @Test("of a study that is not there are counted, not stored")
    func unknown() async throws {
        let index = try await filled()
        #expect(try await index.record(try report(99, ["One."])) == .unknownStudy)
        #expect(try await index.stats().rows["reports"] == 0)
    }

    @Test("are searched by sentence, without the studies that are left out")
    func search() async throws {
        let index = try await filled()
        for study in 0..<3 { _ = try await index.record(try report(study, ["One.", "Two."])) }
        let query = try #require(try report(1, ["One."]).sentences[0].embedding)
        var request = SearchRequest(query: query, space: archive.space, level: .caption)
        let all = try await index.search(request)
        let own = StudyID(key: archive.studyKey(ofClip: 4))
        #expect(all.considered == 6 && all.hits.first?.study == own)
        request.filter.excludingStudies = [own]
        let others = try await index.search(request)
        #expect(others.considered == 4 && others.hits.allSatisfy { $0.study != own })
    }

    @Test("may not take another study's sentence by its id")
    func sharedID() async throws {
        let index = try await filled()
        _ = try await index.record(try report(0, ["One."]))
        let first = try #require(try await index.captions().first)
        var other = try report(1, ["Two."])
        other.sentences[0].id = first.id
        await #expect(throws: IndexError.ambiguous(.caption, count: 2)) { try await index.record(other) }
        #expect(try await index.captions() == [first])
    }
}
