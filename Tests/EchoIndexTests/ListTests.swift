import EchoCore
import EchoIndex
import EchoTesting
import Testing

@Suite("Lists and names") struct ListTests {
    let scratch: ScratchFolder
    let archive = SyntheticArchive(seed: 41)

    init() throws { scratch = try ScratchFolder() }

    private func filled(_ count: Int) async throws -> StudyIndex {
        let index = try await archive.makeIndex(at: scratch.path("i"))
        try await index.record(try (0..<count).map { .embedded(try archive.clip($0)) })
        return index
    }

    @Test("find a study by opaque id, UID and accession number")
    func resolvesStudy() async throws {
        let index = try await filled(12)
        let key = archive.studyKey(ofClip: 4)
        let id = StudyID(key: key)
        for name in [id.text, key, "A1"] { #expect(try await index.study(resolving: name).id == id) }
        await #expect(throws: IndexError.notFound(.study)) { try await index.study(resolving: "A77") }
    }

    @Test("find a clip by opaque id, UID and path")
    func resolvesClip() async throws {
        let index = try await filled(8)
        let clip = try archive.clip(5)
        let uid = try #require(clip.clip.dicom?.sopInstanceUID)
        for name in [archive.clipID(5).text, uid, clip.path] {
            #expect(try await index.clip(resolving: name).id == archive.clipID(5))
        }
        await #expect(throws: IndexError.notFound(.clip)) { try await index.clip(resolving: "/no/such.dcm") }
    }

    @Test("say so where a name is shared")
    func ambiguous() async throws {
        let index = try await archive.makeIndex(at: scratch.path("i"))
        var clips = [try archive.clip(0), try archive.clip(4)]
        clips[1].identity.accessionNumber = "A0"
        clips[1].clip = clips[0].clip
        try await index.record(clips.map { .embedded($0) })
        await #expect(throws: IndexError.ambiguous(.study, count: 2)) {
            try await index.study(resolving: "A0")
        }
        let uid = try #require(clips[0].clip.dicom?.sopInstanceUID)
        await #expect(throws: IndexError.ambiguous(.clip, count: 2)) { try await index.clip(resolving: uid) }
    }

    @Test("give the same patient's studies, newest first, later ones flagged, undated last")
    func priors() async throws {
        let index = try await archive.makeIndex(at: scratch.path("i"))
        let dates = ["20200301", "20210301", nil, "20190301"]
        var ids: [StudyID] = []
        for (place, date) in dates.enumerated() {
            var clip = try archive.clip(place * 4)
            clip.identity.patient = PatientKey(identifier: "Q")
            clip.identity.date = date.flatMap { StudyDate($0) }
            ids.append(try #require(try await index.record([.embedded(clip)]).first?.study))
        }
        try await index.record([.embedded(try archive.clip(40))])
        let priors = try await index.priors(of: ids[0])
        #expect(priors.map(\.study.id) == [ids[1], ids[3], ids[2]])
        #expect(priors.map(\.isLater) == [true, false, false])
    }

    @Test("give studies by date, then id, in pages")
    func studies() async throws {
        let index = try await filled(48)
        let all = try await index.studies()
        #expect(all.count == 12 && all.map(\.clipCount) == Array(repeating: 4, count: 12))
        #expect(
            all == all.sorted { ($0.date?.digits ?? "9", $0.id.text) < ($1.date?.digits ?? "9", $1.id.text) })
        #expect(try await index.studies(page: Page(offset: 3, limit: 4)) == Array(all[3..<7]))
        var filter = SearchFilter()
        filter.site = "north"
        #expect(try await index.studies(passing: filter) == all.filter { $0.site == "north" })
    }

    @Test(
        "read days as DICOM and people write them, and nothing else",
        arguments: [
            ("20240229", "20240229"), ("2024-02-29", "20240229"), ("1999.12.31", "19991231"),
            ("20230229", nil),
            ("2024-2-9", nil), ("20241301", nil), ("00000101", nil), ("", nil), ("2024022", nil),
            ("２０２４0101", nil),
            ("2024-0229", nil),
        ] as [(String, String?)])
    func days(text: String, digits: String?) {
        #expect(StudyDate(text)?.digits == digits)
    }

    @Test("take an identifier of blanks for none")
    func blankPatient() {
        var dicom = DICOMFacts()
        dicom.patientID = " \0 "
        dicom.studyInstanceUID = "1.2.3\0"
        let identity = StudyIdentity(dicom: dicom)
        #expect(identity.patient == nil && identity.studyKey == "1.2.3")
    }

    @Test("give ids that other indexes give as well")
    func stableIDs() {
        #expect(StudyID(key: "1.2.3").text == "st-6fa76458c2edbe15")
        #expect(ClipID(content: SyntheticArchive.hash(1)).text.hasPrefix("cl-"))
        #expect(StudyID(key: "1").text.count == 19)
    }
}
