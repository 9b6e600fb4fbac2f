import EchoCore
import EchoIndex
import EchoService
import EchoTesting
import Foundation
import Testing

@Suite("Ingest of the real clips") struct RealClipIngestTests {
    private static let names = [
        "a4c_h264_120f.mp4", "a4c_jpeg_120f.dcm", "a4c_mjpeg_120f.avi", "a4c_ybr422_jpeg_30f.dcm",
        "plax_still_jpeglossless.dcm",
    ]
    private var folder: String { Fixtures.kept.appending(path: "clips").path }

    @Test("counts each file once, in its state, and tells what it shows")
    func countsStates() async throws {
        let archive = try TestArchive()
        let (summary, files) = try await archive.ingest([folder])
        #expect(files.map(\.input) == (["SOURCES.md"] + Self.names).map { "\(folder)/\($0)" })
        #expect(files.map(\.state) == [.skipped] + Array(repeating: .embedded, count: 5))
        #expect(files.dropFirst().map(\.kind) == [.bMode, .bMode, .bMode, .bMode, .still])
        #expect(files[0].code == "decode.notAClip")
        #expect((summary.embedded, summary.skipped, summary.quarantined) == (5, 1, 0))
        #expect(summary.studies == 4)
        #expect(summary.frames == 9)
        #expect(!summary.hasFailures)
    }

    @Test("two files with one SOP Instance UID and other bytes are both kept, and it is said")
    func keepsTwins() async throws {
        let archive = try TestArchive()
        let (summary, files) = try await archive.ingest([folder])
        #expect(summary.sharedUids == 1)
        let twin = try #require(files.first { $0.sharesUidWith != nil })
        #expect(twin.input.hasSuffix(Self.names[3]))
        #expect(twin.sharesUidWith == files.first { $0.input.hasSuffix(Self.names[1]) }?.clip)
        let clips = try await archive.reading { try await $0.clips() }
        let pair = clips.filter { $0.path.hasSuffix(Self.names[1]) || $0.path.hasSuffix(Self.names[3]) }
        #expect(Set(pair.map(\.sopInstanceUID)).count == 1)
        #expect(Set(pair.map(\.contentHash)).count == 2)
        #expect(pair.first { $0.path.hasSuffix(Self.names[3]) }?.sharesUIDWith != nil)
    }

    @Test("the header's words become the study's, and a file without any is a study of its own")
    func keepsIdentity() async throws {
        let archive = try TestArchive()
        _ = try await archive.ingest([folder])
        let studies = try await archive.reading { try await $0.studies() }
        #expect(studies.count == 4)
        #expect(studies.count { $0.studyKey == nil && $0.patient == nil } == 2)
        let named = try #require(studies.first { $0.clipCount == 2 })
        #expect(named.studyKey?.hasPrefix("1.") == true)
    }

    @Test("the same folder again adds nothing, to the byte")
    func addsNothing() async throws {
        let archive = try TestArchive()
        _ = try await archive.ingest([folder])
        let before = try await archive.content()
        let (summary, _) = try await archive.ingest([folder])
        #expect((summary.embedded, summary.duplicate, summary.skipped) == (0, 5, 1))
        #expect(summary.studies == 4)
        #expect(try await archive.content() == before)
        #expect(before.files.count == 3)
    }

    @Test("copies under other names are duplicates of the same clips")
    func knowsCopies() async throws {
        let archive = try TestArchive()
        let (_, first) = try await archive.ingest([folder])
        let copies = archive.scratch.path("copies")
        try FileManager.default.copyItem(atPath: folder, toPath: copies)
        let (summary, second) = try await archive.ingest([copies])
        #expect((summary.embedded, summary.duplicate) == (0, 5))
        #expect(second.map(\.clip) == first.map(\.clip))
        #expect(second.compactMap(\.code).contains("index.duplicate"))
        let copied = try await archive.reading { try await $0.leftOutFiles(in: .duplicate) }
        #expect(copied.count == 5)
    }
}
