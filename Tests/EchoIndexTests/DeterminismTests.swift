import EchoCore
import EchoIndex
import EchoTesting
import Foundation
import Testing

@Suite("An index's content") struct DeterminismTests {
    static let count = 48
    static let batch = 6
    let archive = SyntheticArchive(seed: 3)

    private func finish(_ index: StudyIndex, at path: String) async throws -> (ContentHash, [String: Data]) {
        try await index.refreshVectorFiles()
        let digest = try await index.contentDigest()
        try await index.close()
        return (digest, try SyntheticArchive.vectorFiles(at: path))
    }

    private func report(_ study: Int) throws -> NewReport {
        var random = SplitMix64(seed: UInt64(study))
        let vector = try SyntheticArchive.embedding(16, using: &random)
        return NewReport(
            studyKey: archive.studyKey(ofClip: study * 4), text: "Normal.",
            sentences: [NewSentence(section: "left ventricle", text: "Normal.", embedding: vector)],
            space: archive.space)
    }

    private func uninterrupted(at path: String) async throws -> (ContentHash, [String: Data]) {
        let index = try await archive.makeIndex(at: path)
        for start in stride(from: 0, to: Self.count, by: Self.batch) {
            try await index.record(try archive.items(start..<(start + Self.batch)))
        }
        _ = try await index.record(try report(1))
        return try await finish(index, at: path)
    }

    @Test(
        "is the same after an interruption at any commit and a second pass from the start",
        arguments: 0...(count / batch))
    func survivesInterruption(commits: Int) async throws {
        let scratch = try ScratchFolder()
        let expected = try await uninterrupted(at: scratch.path("whole"))
        let path = scratch.path("parts")
        var index = try await archive.makeIndex(at: path)
        for start in stride(from: 0, to: commits * Self.batch, by: Self.batch) {
            try await index.record(try archive.items(start..<(start + Self.batch)))
        }
        try await index.close()
        index = try await archive.makeIndex(at: path)
        // The second pass cuts its batches elsewhere, as a resumed ingest does.
        for start in stride(from: 0, to: Self.count, by: 8) {
            try await index.record(try archive.items(start..<(start + 8)))
        }
        _ = try await index.record(try report(1))
        _ = try await index.record(try report(1))
        let found = try await finish(index, at: path)
        #expect(found.0 == expected.0)
        #expect(found.1 == expected.1)
    }

    @Test("does not depend on where the index lies or when it is made")
    func isFreeOfClockAndPlace() async throws {
        let scratch = try ScratchFolder()
        let first = try await uninterrupted(at: scratch.path("a"))
        let second = try await uninterrupted(at: scratch.path("b"))
        #expect(first.0 == second.0 && first.1 == second.1)
        #expect(first.1.count == 3)
    }

    @Test("differs where one value differs")
    func seesAChange() async throws {
        let scratch = try ScratchFolder()
        let index = try await archive.makeIndex(at: scratch.path("a"))
        let other = try await archive.makeIndex(at: scratch.path("b"))
        var clip = try archive.clip(0)
        try await index.record([.embedded(clip)])
        clip.view = "plax"
        try await other.record([.embedded(clip)])
        #expect(try await index.contentDigest() != other.contentDigest())
    }

    @Test("is unchanged by a study that came and went")
    func forgetsADeletedStudy() async throws {
        let scratch = try ScratchFolder()
        let without = try await archive.makeIndex(at: scratch.path("a"))
        try await without.record(try (0..<8).map { .embedded(try archive.clip($0)) })
        let with = try await archive.makeIndex(at: scratch.path("b"))
        try await with.record(try (0..<12).map { .embedded(try archive.clip($0)) })
        _ = try await with.delete(study: StudyID(key: archive.studyKey(ofClip: 8)))
        let first = try await finish(without, at: scratch.path("a"))
        let second = try await finish(with, at: scratch.path("b"))
        #expect(first.0 == second.0)
        #expect(first.1 == second.1)
    }
}
