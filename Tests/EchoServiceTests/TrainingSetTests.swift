import EchoPhantom
import EchoService
import EchoTesting
import Foundation
import Testing

@Suite("Training sets") struct TrainingSetTests {
    private static let options = TrainingSetOptions(
        patients: 2, studies: 1...2, seed: 4, size: 64, frames: 3, clips: 2, viewsPerStudy: 2, phrases: 200)

    private func write(to folder: String, threads: Int = 2) async throws -> PhantomSetSummary {
        try await TrainingSet(Self.options, threads: threads).write(to: folder) { _ in }
    }

    @Test("hold as many pictures and lines as they say")
    func counts() async throws {
        let scratch = try ScratchFolder()
        let summary = try await write(to: scratch.path("set"))
        let about = try #require(try PhantomSets.records(scratch.path("set/set.json")).first)
        let clips = try PhantomSets.records(scratch.path("set/clips.ndjson"))
        let studies = try PhantomSets.records(scratch.path("set/studies.ndjson"))
        #expect(about["shape"] as? [Int] == [clips.count, 3, 64, 64])
        #expect(about["simulated"] as? Bool == true)
        #expect((summary.clips, summary.studies) == (clips.count, studies.count))
        #expect(clips.count == studies.count * 4)
        let pixels = try Data(contentsOf: URL(filePath: scratch.path("set/frames.u8")))
        #expect(pixels.count == clips.count * 3 * 64 * 64)
        let structures = Structure.allCases.map(\.rawValue)
        #expect(about["structures"] as? [String] == structures)
        #expect(about["map_shape"] as? [Int] == [clips.count, 3, structures.count, 8, 8])
        let maps = try Data(contentsOf: URL(filePath: scratch.path("set/maps.u8")))
        #expect(maps.count == clips.count * 3 * structures.count * 64)
        #expect(try PhantomSets.records(scratch.path("set/phrases.ndjson")).count == 200)
        for (place, clip) in clips.enumerated() {
            #expect(clip["index"] as? Int == place)
            #expect((clip["frames"] as? [Any])?.count == 3)
            let indices = try #require(clip["frame_indices"] as? [Int])
            #expect(indices == indices.sorted())
            let start = place * 3 * 64 * 64
            let picture = pixels[start..<start + 64 * 64]
            #expect(picture.contains { $0 > 100 } && picture.contains(0))
        }
        for study in studies {
            let own = clips.filter { $0["study"] as? String == study["study"] as? String }
            #expect(Set(own.compactMap { $0["view"] as? String }).count == 2)
            #expect(!((study["sentences"] as? [Any]) ?? []).isEmpty)
            #expect((study["findings"] as? [String: Any])?["devices"] != nil)
            let anatomy = try #require(study["anatomy"] as? [String: Any])
            #expect((anatomy["shape"] as? [String: Any])?["septal_bulge"] as? Double != nil)
        }
    }

    @Test("refuse pictures that the image tower does not take", arguments: [0, 31, 48, 112, 544])
    func refusesSizes(size: Int) {
        let expected = [48, 112].contains(size) ? "a multiple of 32" : "32 to 512"
        #expect(throws: PhantomError.parameter(name: "--size", found: "\(size)", expected: expected)) {
            try TrainingSet(TrainingSetOptions(patients: 1, seed: 1, size: size), threads: 1)
        }
        #expect(throws: Never.self) { try TrainingSetOptions(patients: 1, seed: 1).check() }
    }

    @Test("are the same bytes on one thread and on three")
    func determinism() async throws {
        let scratch = try ScratchFolder()
        _ = try await write(to: scratch.path("one"), threads: 1)
        _ = try await write(to: scratch.path("three"), threads: 3)
        #expect(
            try PhantomSets.files(of: scratch.path("one"))
                == PhantomSets.files(of: scratch.path("three")))
    }
}
