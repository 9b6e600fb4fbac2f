import EchoCore
import EchoIndex
import EchoTesting
import Foundation
import Testing

@Suite("Ingest into an index") struct IngestTests {
    let scratch: ScratchFolder
    let archive = SyntheticArchive(seed: 1)

    init() throws { scratch = try ScratchFolder() }

    @Test("reads back what it was given")
    func readsBack() async throws {
        let index = try await archive.makeIndex(at: scratch.path("i"))
        let new = try archive.clip(6)
        let recorded = try await index.record([.embedded(new)])
        let clip = try await index.clip(resolving: new.path)
        #expect(recorded.map(\.state) == [.embedded])
        #expect(recorded.first?.clip == clip.id && recorded.first?.study == clip.study)
        #expect(clip.contentHash == new.contentHash && clip.byteCount == new.byteCount)
        #expect(clip.frameTimes == new.clip.frameTimes && clip.framesUsed == new.framesUsed)
        #expect(clip.size == new.clip.size && clip.classed == new.classed && clip.mask == new.mask)
        #expect(clip.labels == ["pacemaker"] && clip.view == "a4c" && clip.heartRate == 61.5)
        #expect(clip.sopInstanceUID == new.clip.dicom?.sopInstanceUID && clip.sharesUIDWith == nil)
        let stored = try await index.clipVectors(of: clip.study, in: archive.space, withFrames: true)
        #expect(stored.map(\.frames) == [new.vectors[0].frames])
        let own = try await index.clipEmbeddings(of: clip.study, in: archive.space)
        #expect(own.map(\.embedding) == [new.vectors[0].clip])
    }

    @Test("adds nothing when the same files come again")
    func isIdempotent() async throws {
        let index = try await archive.makeIndex(at: scratch.path("i"))
        let items = try archive.items(0..<40)
        let first = try await index.record(items)
        let digest = try await index.contentDigest()
        let second = try await index.record(items)
        #expect(first.count { $0.state == .embedded } > 30)
        #expect(second.count { $0.state == .embedded } == 0)
        #expect(try await index.contentDigest() == digest)
    }

    @Test("tells a copy, a twin under the same UID and a new file apart")
    func sightings() async throws {
        let index = try await archive.makeIndex(at: scratch.path("i"))
        let known = try archive.clip(0)
        let uid = known.clip.dicom?.sopInstanceUID
        let id = archive.clipID(0)
        try await index.record([.embedded(known)])
        let same = try await index.sighting(
            contentHash: known.contentHash, sopInstanceUID: uid, space: archive.space)
        #expect(same == .duplicateContent(id))
        let other = archive.contentHash(99)
        let twin = try await index.sighting(contentHash: other, sopInstanceUID: uid, space: archive.space)
        #expect(twin == .sameUIDOtherContent(id))
        let new = try await index.sighting(contentHash: other, sopInstanceUID: "1.9", space: archive.space)
        #expect(new == .new)
        let prompt = SyntheticArchive.space(.prompt, 16)
        let elsewhere = try await index.sighting(
            contentHash: known.contentHash, sopInstanceUID: uid, space: prompt)
        #expect(elsewhere == .needsEmbedding(id))
    }

    @Test("keeps two different files under one UID as two clips, and says so")
    func twins() async throws {
        let index = try await archive.makeIndex(at: scratch.path("i"))
        let first = try archive.clip(0)
        var second = try archive.clip(1)
        second.clip = first.clip
        let recorded = try await index.record([.embedded(first), .embedded(second)])
        #expect(recorded.map(\.sharesUIDWith) == [nil, archive.clipID(0)])
        let clips = try await index.clips()
        #expect(clips.count == 2)
        #expect(clips.first { $0.id == archive.clipID(1) }?.sharesUIDWith == archive.clipID(0))
    }

    @Test("adds a second model's vectors to a known clip")
    func secondSpace() async throws {
        let index = try await archive.makeIndex(at: scratch.path("i"))
        var prompt = archive
        prompt.slot = .prompt
        try await index.registerSpace(prompt.space)
        try await index.record([.embedded(try archive.clip(0))])
        let again = try await index.record([.embedded(try prompt.clip(0))])
        #expect(again.map(\.state) == [.embedded])
        let clips = try await index.clips()
        #expect(clips.map(\.id) == [archive.clipID(0)])
        let study = try #require(clips.first).study
        for space in [archive.space, prompt.space] {
            let stored = try await index.clipVectors(of: study, in: space, withFrames: true)
            #expect(stored.map(\.frames.count) == [3])
        }
    }

    @Test("remembers a file left out by its bytes, until it is embedded after all")
    func leftOut() async throws {
        let index = try await archive.makeIndex(at: scratch.path("i"))
        let clip = try archive.clip(0)
        let file = LeftOutFile(
            path: clip.path, contentHash: clip.contentHash, byteCount: 9, state: .quarantined,
            code: "encode.maskUntrusted", reason: "No sector was found.")
        let recorded = try await index.record([.leftOut(file)])
        #expect(recorded.map(\.state) == [.quarantined])
        let seen = try await index.sighting(
            contentHash: clip.contentHash, sopInstanceUID: nil, space: archive.space)
        #expect(seen == .leftOut(file))
        try await index.record([.embedded(clip)])
        #expect(try await index.leftOutFiles().isEmpty)
    }

    @Test("stores each copy's path once, and not the clip's own")
    func copies() async throws {
        let index = try await archive.makeIndex(at: scratch.path("i"))
        let clip = try archive.clip(0)
        var copy = clip
        copy.path = "/elsewhere.dcm"
        let items = [clip, copy, copy, clip].map { IngestedItem.embedded($0) }
        let states = try await index.record(items).map(\.state)
        #expect(states == [.embedded, .duplicate, .duplicate, .duplicate])
        let kept = try await index.leftOutFiles(in: .duplicate)
        #expect(kept.map(\.path) == ["/elsewhere.dcm"] && kept.map(\.clip) == [archive.clipID(0)])
    }

    @Test("keeps a study's first patient where a file names another, and says so")
    func neverRelinks() async throws {
        let index = try await archive.makeIndex(at: scratch.path("i"))
        let first = try archive.clip(0)
        var second = try archive.clip(1)
        second.identity.patient = PatientKey(identifier: "someone else")
        let recorded = try await index.record([.embedded(first), .embedded(second)])
        #expect(recorded.map(\.hasOtherPatient) == [false, true])
        let study = try await index.study(resolving: archive.studyKey(ofClip: 0))
        #expect(study.patientKey == first.identity.patient && study.hasOtherPatient)
        #expect(try await index.stats().rows["patients"] == 1)
    }

    @Test("makes every file without tags a study of its own, of nobody")
    func untagged() async throws {
        let index = try await archive.makeIndex(at: scratch.path("i"))
        var clips = [try archive.clip(0), try archive.clip(1)]
        for place in clips.indices { clips[place].identity = StudyIdentity() }
        let recorded = try await index.record(clips.map { .embedded($0) })
        let studies = recorded.compactMap(\.study)
        #expect(Set(studies).count == 2)
        #expect(try await index.priors(of: studies[0]).isEmpty)
        #expect(try await index.study(resolving: studies[0].text).patient == nil)
    }

    @Test("counts a run's items in the transaction that stores them")
    func runs() async throws {
        let index = try await archive.makeIndex(at: scratch.path("i"))
        let run = try await index.beginRun(at: Date(timeIntervalSince1970: 5))
        try await index.record(try archive.items(0..<20), run: run)
        try await index.endRun(run, at: Date(timeIntervalSince1970: 6))
        let stored = try #require(try await index.runs().first)
        #expect(stored.counts.values.reduce(0, +) == 20)
        #expect(stored.counts[.quarantined] == 1 && stored.counts[.duplicate] == 1)
        #expect(stored.finished == Date(timeIntervalSince1970: 6))
    }

    @Test("averages a study over its usable clips only")
    func studyMean() async throws {
        let index = try await archive.makeIndex(at: scratch.path("i"))
        let clips = try (4..<8).map { try archive.clip($0) }  // clip 4 is color
        for clip in clips { try await index.record([.embedded(clip)]) }
        let usable = clips.filter { $0.leftOutReason == nil }.sorted { $0.contentHash < $1.contentHash }
        #expect(usable.count == 3)
        let study = StudyID(key: archive.studyKey(ofClip: 4))
        let mean = try #require(try await index.studyEmbedding(of: study, in: archive.space))
        let expected = try Embedding.mean(of: usable.map { $0.vectors[0].clip })
        #expect(mean.similarity(to: expected) > 0.999_999)
    }
}
