import EchoCore
import EchoIndex
import EchoTesting
import Foundation
import Testing

@Suite("Search") struct SearchTests {
    let scratch: ScratchFolder
    let archive = SyntheticArchive(seed: 11, dimension: 5)

    init() throws { scratch = try ScratchFolder() }

    private func filter(
        using random: inout SplitMix64, studies: [StudyID], clips: [NewClip]
    ) -> SearchFilter {
        var filter = SearchFilter()
        func sometimes() -> Bool { Int.random(in: 0..<4, using: &random) == 0 }
        if sometimes() { filter.kinds = Bool.random(using: &random) ? SearchFilter.everyKind : [.color] }
        if sometimes() { filter.views = ["a4c"] }
        if sometimes() { filter.site = "north" }
        if sometimes() { filter.manufacturer = "Maker A" }
        if sometimes() { filter.labels = ["pacemaker"] }
        if sometimes() { filter.dateFrom = StudyDate("2020-01-05") }
        if sometimes() { filter.dateTo = StudyDate("20200120") }
        let patient = PatientKey(identifier: "P\(Int.random(in: 0..<5, using: &random))")
        if sometimes() { filter.patient = patient.map { PatientID(key: $0) } }
        if sometimes() { filter.notPatient = patient.map { PatientID(key: $0) } }
        if sometimes() { filter.studies = Set(studies.shuffled(using: &random).prefix(7)) }
        if sometimes() { filter.excludingStudies = Set(studies.shuffled(using: &random).prefix(3)) }
        if sometimes() {
            let some = clips.shuffled(using: &random).prefix(3)
            filter.excludingClips = Set(some.map { ClipID(content: $0.contentHash) })
        }
        return filter
    }

    /// All scores by one unfiltered search, which must be the exact cosines.
    private func scores(_ index: StudyIndex, _ query: Embedding, _ clips: [NewClip]) async throws -> [ClipID:
        Float]
    {
        var request = SearchRequest(query: query, space: archive.space, level: .clip, page: .all)
        request.filter.kinds = SearchFilter.everyKind
        let all = try await index.search(request)
        let found = Dictionary(
            uniqueKeysWithValues: all.hits.compactMap { hit in hit.clip.map { ($0, hit.score) } })
        #expect(found.count == clips.count)
        for clip in clips {
            let exact = clip.vectors[0].clip.similarity(to: query)
            let score = try #require(found[ClipID(content: clip.contentHash)])
            #expect(abs(score - exact) <= 2e-6)
        }
        return found
    }

    private func check(
        _ index: StudyIndex, _ clips: [NewClip], queries: Int, using random: inout SplitMix64
    ) async throws {
        let oracle = SearchOracle(clips: clips, space: archive.space)
        let studies = Array(Set(clips.map { $0.identity.study(for: $0.contentHash) })).sorted()
        for _ in 0..<queries {
            let query = try SyntheticArchive.embedding(5, using: &random, grid: 1)
            let scores = try await scores(index, query, clips)
            for _ in 0..<10 {
                let filter = filter(using: &random, studies: studies, clips: clips)
                let expected = oracle.clips(filter, scores: scores)
                let offset = Int.random(in: 0...5, using: &random)
                let limit = Int.random(in: 0...20, using: &random)
                let request = SearchRequest(
                    query: query, space: archive.space, level: .clip,
                    page: Page(offset: offset, limit: limit), filter: filter)
                let result = try await index.search(request)
                #expect(result.considered == expected.count)
                #expect(result.hits.compactMap(\.clip) == Array(expected.dropFirst(offset).prefix(limit)))
                #expect(result.hits.map(\.rank) == Array((0..<result.hits.count).map { offset + $0 + 1 }))
                var byStudy = request
                byStudy.level = .study
                byStudy.page = .all
                let ranked = try await index.search(byStudy)
                #expect(Set(ranked.hits.map(\.study)) == oracle.studies(filter))
            }
        }
    }

    @Test("equals the definition for thousands of filtered queries, also after insert, delete and reload")
    func equalsOracle() async throws {
        var random = SplitMix64(seed: 4)
        let path = scratch.path("i")
        var index = try await archive.makeIndex(at: path)
        var clips = try (0..<80).map { try archive.clip($0, grid: 1) }
        try await index.record(clips.map { .embedded($0) })
        try await check(index, clips, queries: 60, using: &random)
        let more = try (80..<120).map { try archive.clip($0, grid: 1) }
        try await index.record(more.map { .embedded($0) })
        clips += more
        try await check(index, clips, queries: 60, using: &random)
        let gone = StudyID(key: archive.studyKey(ofClip: 20))
        _ = try await index.delete(study: gone)
        clips.removeAll { $0.identity.study(for: $0.contentHash) == gone }
        try await check(index, clips, queries: 60, using: &random)
        try await index.close()
        index = try await StudyIndex.open(at: path, for: .read)
        try await check(index, clips, queries: 60, using: &random)
    }

    @Test("names its hits as the index knows their studies and clips")
    func names() async throws {
        let index = try await archive.makeIndex(at: scratch.path("i"))
        try await index.record(try (0..<40).map { .embedded(try archive.clip($0)) })
        var random = SplitMix64(seed: 9)
        let query = try SyntheticArchive.embedding(5, using: &random)
        for level in [SearchLevel.clip, .study] {
            var request = SearchRequest(query: query, space: archive.space, level: level, page: .all)
            request.filter.kinds = SearchFilter.everyKind
            let found = try await index.search(request)
            let (named, considered) = try await index.namedSearch(request)
            #expect(named.map(\.hit) == found.hits)
            #expect(considered == found.considered)
            for one in named {
                let study = try await index.study(resolving: one.hit.study.text)
                #expect(one.studyKey == study.studyKey)
                #expect(one.date == study.date)
                #expect(one.patient == study.patient)
                guard let id = one.hit.clip else { #expect(one.clip == nil); continue }
                let clip = try await index.clip(resolving: id.text)
                #expect(one.clip?.kind == clip.classed.kind)
                #expect(one.clip?.view == clip.view)
                #expect(one.clip?.path == clip.path)
                #expect(one.clip?.leftOutReason == clip.leftOutReason)
            }
        }
    }

    @Test("names its hits whatever is deleted meanwhile")
    func namesWhileDeleting() async throws {
        let index = try await archive.makeIndex(at: scratch.path("i"))
        try await index.record(try (0..<60).map { .embedded(try archive.clip($0)) })
        var random = SplitMix64(seed: 11)
        let query = try SyntheticArchive.embedding(5, using: &random)
        var request = SearchRequest(query: query, space: archive.space, level: .clip, page: .all)
        request.filter.kinds = SearchFilter.everyKind
        let asked = request
        let studies = Set(try await index.search(asked).hits.map(\.study)).sorted { $0.text < $1.text }
        async let searching = {
            var left = [try await index.namedSearch(asked).hits.count]
            while left.last != 0 {
                try Task.checkCancellation()
                left.append(try await index.namedSearch(asked).hits.count)
            }
            return left
        }()
        for study in studies { _ = try await index.delete(study: study) }
        let left = try await searching
        #expect(left == left.sorted(by: >))
    }

    @Test("orders equal scores by id, and pages of any size join to the whole")
    func ties() async throws {
        let index = try await archive.makeIndex(at: scratch.path("i"))
        let shared = try archive.clip(0).vectors
        var clips = try (0..<60).map { try archive.clip($0) }
        for place in clips.indices {
            clips[place].vectors = shared
            clips[place].leftOutReason = nil
        }
        try await index.record(clips.map { .embedded($0) })
        let ids = clips.map { ClipID(content: $0.contentHash) }.sorted()
        for size in [1, 2, 7, 60] {
            var joined: [SearchHit] = []
            for offset in stride(from: 0, to: 60, by: size) {
                let request = SearchRequest(
                    query: shared[0].clip, space: archive.space, level: .clip,
                    page: Page(offset: offset, limit: size))
                joined += try await index.search(request).hits
            }
            #expect(joined.compactMap(\.clip) == ids)
            #expect(joined.allSatisfy { $0.percentile == 50 })
        }
    }

    @Test("gives each score's percentile among all considered, ties counting half", arguments: UInt64(0)..<40)
    func percentiles(seed: UInt64) async throws {
        var random = SplitMix64(seed: seed)
        let index = try await archive.makeIndex(at: scratch.path("i"))
        try await index.record(try (0..<50).map { .embedded(try archive.clip($0, grid: 1)) })
        let query = try SyntheticArchive.embedding(5, using: &random, grid: 1)
        var request = SearchRequest(query: query, space: archive.space, level: .clip, page: .all)
        let all = try await index.search(request)
        request.page = Page(offset: 1, limit: 3)
        let page = try await index.search(request)
        #expect(page.hits == Array(all.hits[1..<4]))
        for hit in all.hits {
            let below = all.hits.count { $0.score < hit.score }
            let equal = all.hits.count { $0.score == hit.score }
            let expected = 100 * (Double(below) + Double(equal) / 2) / Double(all.considered)
            #expect(abs(hit.percentile - expected) < 1e-9)
        }
    }

    @Test("refuses a query of another space, and one of a slot that is empty")
    func refusesOtherSpaces() async throws {
        let index = try await archive.makeIndex(at: scratch.path("i"))
        var random = SplitMix64(seed: 1)
        let query = try SyntheticArchive.embedding(5, using: &random)
        let other = SyntheticArchive.space(.similarity, 5, channels: .rgb)
        await #expect(throws: IndexError.mixedSpace(slot: .similarity, differing: [.channels])) {
            try await index.search(SearchRequest(query: query, space: other, level: .clip))
        }
        let prompt = SyntheticArchive.space(.prompt, 5)
        await #expect(throws: IndexError.noSpace(slot: .prompt)) {
            try await index.search(SearchRequest(query: query, space: prompt, level: .clip))
        }
        let wrong = try SyntheticArchive.embedding(6, using: &random)
        await #expect(throws: IndexError.mixedSpace(slot: .similarity, differing: [.dimension])) {
            try await index.search(SearchRequest(query: wrong, space: archive.space, level: .clip))
        }
    }

    @Test("finds nothing in an empty index")
    func empty() async throws {
        let index = try await archive.makeIndex(at: scratch.path("i"))
        var random = SplitMix64(seed: 1)
        let query = try SyntheticArchive.embedding(5, using: &random)
        for level in SearchLevel.allCases {
            let result = try await index.search(
                SearchRequest(query: query, space: archive.space, level: level))
            #expect(result.hits.isEmpty && result.considered == 0)
        }
    }
}
