import EchoCore
import EchoIndex
import EchoTesting
import Foundation
import Testing

/// Indexes that released formats left behind; `Golden/index-N.tar.gz` is an index folder of format N.
///
/// `ECHO_RECORD=1` writes the present format's anew. Those of earlier formats are never written again.
@Suite("An index of format", .serialized) struct FormatTests {
    /// What the index answered on the day it was made.
    struct Answers: Codable, Equatable {
        let digest: ContentHash
        let rows: [String: Int]
        let clips: SearchResult
        let captions: SearchResult

        init(_ index: StudyIndex) async throws {
            digest = try await index.contentDigest()
            rows = try await index.stats().rows
            let space = try await index.space(serving: .similarity)
            let query = try Embedding(normalizing: (0..<space.dimension).map { Float($0) - 5 })
            var request = SearchRequest(query: query, space: space, level: .clip, page: .all)
            request.filter.kinds = SearchFilter.everyKind
            clips = try await index.search(request)
            captions = try await index.search(
                SearchRequest(query: query, space: space, level: .caption, page: .all))
        }
    }

    private let golden = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "Golden")
    private let scratch: ScratchFolder
    private var path: String { scratch.path("index") }

    init() throws { scratch = try ScratchFolder() }

    private func tar(_ arguments: String...) throws {
        let process = Process()
        process.executableURL = URL(filePath: "/usr/bin/tar")
        process.arguments = arguments
        try process.run()
        process.waitUntilExit()
        #expect(process.terminationStatus == 0)
    }

    private func unpack(_ format: Int) throws -> Answers {
        let stem = golden.appending(path: "index-\(format)").path
        try tar("-xzf", "\(stem).tar.gz", "-C", scratch.url.path)
        return try JSONDecoder().decode(Answers.self, from: Data(contentsOf: URL(filePath: "\(stem).json")))
    }

    @Test(
        "1 opens, verifies and answers as it did, to be read and to be written", .enabled(if: !isRecording),
        arguments: 1...StudyIndex.formatVersion)
    func opens(format: Int) async throws {
        let expected = try unpack(format)
        let files = try SyntheticArchive.vectorFiles(at: path)
        #expect(files.count == 3)
        for access in [StudyIndex.Access.read, .write] {
            let index = try await StudyIndex.open(at: path, for: access)
            #expect(try await index.verify().isSound)
            #expect(try await Answers(index) == expected)
            #expect(try await index.stats().formatVersion == StudyIndex.formatVersion)
            try await index.close()
        }
        #expect(try SyntheticArchive.vectorFiles(at: path) == files)
    }

    @Test(
        "1 takes more, and is backed up and restored", .enabled(if: !isRecording),
        arguments: 1...StudyIndex.formatVersion)
    func goesOn(format: Int) async throws {
        let expected = try unpack(format)
        let index = try await StudyIndex.open(at: path, for: .write)
        let archive = SyntheticArchive(seed: 900)
        try await index.record([.embedded(try archive.clip(0))])
        let study = try #require(try await index.studies().first { $0.id == StudyID(key: "1.2.840.900.0") })
        _ = try await index.delete(study: study.id)
        #expect(try await index.contentDigest() == expected.digest)
        _ = try await index.backup(to: scratch.path("backup"))
        _ = try await StudyIndex.restore(from: scratch.path("backup"), into: scratch.path("restored"))
        let restored = try await StudyIndex.open(at: scratch.path("restored"), for: .read)
        #expect(try await restored.contentDigest() == expected.digest)
    }

    @Test("of today is written for those who come after", .enabled(if: isRecording))
    func record() async throws {
        let archive = SyntheticArchive(seed: 1)
        let index = try await archive.makeIndex(at: path)
        try await index.record(try archive.items(0..<14))
        var random = SplitMix64(seed: 1)
        let sentences = try ["The mitral valve is normal.", "No pericardial effusion."].map {
            NewSentence(
                section: "valves", text: $0, embedding: try SyntheticArchive.embedding(16, using: &random))
        }
        _ = try await index.record(
            NewReport(
                studyKey: archive.studyKey(ofClip: 0), text: "Both.", sentences: sentences,
                space: archive.space))
        try await index.refreshVectorFiles()
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.prettyPrinted, .sortedKeys]
        let stem = golden.appending(path: "index-\(StudyIndex.formatVersion)").path
        try encoder.encode(try await Answers(index)).write(to: URL(filePath: "\(stem).json"))
        try await index.close()
        try tar(
            "--sort=name", "--mtime=@0", "--owner=0", "--group=0", "-czf", "\(stem).tar.gz", "-C",
            scratch.url.path, "index")
    }
}

private let isRecording = ProcessInfo.processInfo.environment["ECHO_RECORD"] == "1"
