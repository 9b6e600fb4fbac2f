import EchoCore
import EchoIndex
import EchoTesting
import Foundation
import GRDB
import Testing

@Suite("Caring for an index") struct CareTests {
    let scratch: ScratchFolder
    let archive = SyntheticArchive(seed: 31)

    init() throws { scratch = try ScratchFolder() }

    private var path: String { scratch.path("i") }

    private func filled(_ count: Int = 24) async throws -> StudyIndex {
        let index = try await archive.makeIndex(at: path)
        try await index.record(try archive.items(0..<count))
        var random = SplitMix64(seed: 1)
        let vector = try SyntheticArchive.embedding(16, using: &random)
        let sentence = NewSentence(section: "valves", text: "The valves are normal.", embedding: vector)
        _ = try await index.record(
            NewReport(
                studyKey: archive.studyKey(ofClip: 0), text: "All normal.", sentences: [sentence],
                space: archive.space))
        try await index.refreshVectorFiles()
        return index
    }

    private func search(_ index: StudyIndex, _ level: SearchLevel = .clip) async throws -> SearchResult {
        let query = try archive.clip(3).vectors[0].clip
        return try await index.search(
            SearchRequest(query: query, space: archive.space, level: level, page: .all))
    }

    private func change(_ sql: String) async throws {
        let queue = try DatabaseQueue(path: "\(path)/echoseek.sqlite")
        try await queue.writeWithoutTransaction { try $0.execute(sql: sql) }
        try queue.close()
    }

    @Test("finds nothing wrong with a sound index")
    func isSound() async throws {
        let index = try await filled()
        let verification = try await index.verify()
        #expect(verification.isSound, "\(verification.damages)")
        #expect(verification.filesChecked == 3 && verification.rowsChecked > 100)
    }

    @Test(
        "finds a changed value in any table, by table and row",
        arguments: [
            ("patients", "identifier = 'P9'"), ("studies", "date = '20200102'"),
            ("series", "series_key = 'x'"),
            ("clips", "view = 'a2c'"), ("frames", "used = '[9,1,2]'"), ("spaces", "notice = 'free'"),
            ("clip_vectors", "vector = zeroblob(64)"), ("frame_vectors", "vectors = zeroblob(192)"),
            ("study_vectors", "clip_count = 99"), ("reports", "text = 'Severe.'"),
            ("captions", "text = 'Severe.'"),
            ("caption_vectors", "vector = zeroblob(64)"), ("vector_states", "count = 1000"),
            ("left_out", "reason = 'other'"),
        ])
    func findsChange(table: String, assignment: String) async throws {
        try await filled().close()
        try await change("UPDATE \(table) SET \(assignment) WHERE row = (SELECT max(row) FROM \(table))")
        let index = try await StudyIndex.open(at: path, for: .read)
        let verification = try await index.verify()
        #expect(verification.damages.map(\.table) == [table])
        #expect(verification.damages.allSatisfy { $0.kind == .checksum && $0.row != nil })
    }

    @Test("finds a row that refers to nothing, and a derived row that is missing")
    func findsBrokenReference() async throws {
        try await filled().close()
        try await change("PRAGMA foreign_keys = OFF; DELETE FROM patients WHERE row = 1")
        let index = try await StudyIndex.open(at: path, for: .write)
        #expect(try await index.verify().damages.contains { $0.table == "studies" && $0.kind == .reference })
    }

    @Test("finds a study vector that is gone, and rebuild brings it back")
    func rebuilds() async throws {
        let whole = try await filled()
        let digest = try await whole.contentDigest()
        try await whole.close()
        try await change("DELETE FROM study_vectors WHERE row = 1")
        let index = try await StudyIndex.open(at: path, for: .write)
        #expect(Set(try await index.verify().damages.map(\.table)) == ["study_vectors", "vector_states"])
        try await index.rebuild()
        #expect(try await index.verify().isSound)
        #expect(try await index.contentDigest() == digest)
    }

    @Test("never gives a silently wrong answer for a flipped bit in the database", arguments: UInt64(0)..<60)
    func databaseBitFlip(seed: UInt64) async throws {
        let whole = try await filled()
        // A deletion cuts the log to nothing, so that the file holds everything.
        _ = try await whole.delete(study: StudyID(key: archive.studyKey(ofClip: 8)))
        let (expected, digest) = (try await search(whole), try await whole.contentDigest())
        try await whole.close()
        try FileManager.default.removeItem(atPath: "\(path)/vectors/similarity-clip.vec")
        let file = URL(filePath: "\(path)/echoseek.sqlite")
        var bytes = try Data(contentsOf: file)
        var random = SplitMix64(seed: seed)
        bytes[Int.random(in: 100..<bytes.count, using: &random)] ^=
            1 << UInt8.random(in: 0..<8, using: &random)
        try bytes.write(to: file)
        do {
            let index = try await StudyIndex.open(at: path, for: .read)
            if try await index.verify().isSound { #expect(try await index.contentDigest() == digest) }
            #expect(try await search(index) == expected)
        } catch let error as IndexError {
            // A typed refusal is right as well.
            let kinds: [FailureKind] = [.damaged, .systemError]
            #expect(kinds.contains(error.report.kind), "\(error)")
        }
    }

    @Test("replaces a vector file with any flipped bit, and names it when asked", arguments: UInt64(0)..<40)
    func vectorBitFlip(seed: UInt64) async throws {
        let whole = try await filled()
        let expected = try await search(whole)
        try await whole.close()
        let file = URL(filePath: "\(path)/vectors/similarity-clip.vec")
        let sound = try Data(contentsOf: file)
        var random = SplitMix64(seed: seed)
        var bytes = sound
        bytes[Int.random(in: 0..<bytes.count, using: &random)] ^= 1 << UInt8.random(in: 0..<8, using: &random)
        try bytes.write(to: file)
        let index = try await StudyIndex.open(at: path, for: .write)
        #expect(try await index.verify().damages.map(\.table) == ["similarity-clip.vec"])
        #expect(try await search(index) == expected)
        #expect(try Data(contentsOf: file) == sound)
    }

    @Test("refuses a vector file of a newer version")
    func newerVectorFile() async throws {
        try await filled().close()
        let file = URL(filePath: "\(path)/vectors/similarity-clip.vec")
        let newer = try VectorFileVersion.raised(try Data(contentsOf: file), to: 2)
        try newer.write(to: file)
        let index = try await StudyIndex.open(at: path, for: .read)
        await #expect(throws: IndexError.newerFormat(found: 2, supported: 1)) { try await search(index) }
    }

    @Test("replaces vector files that are missing, cut short or of another state")
    func staleFiles() async throws {
        let index = try await filled()
        let expected = try await search(index)
        let files = try SyntheticArchive.vectorFiles(at: path)
        try await index.record(try archive.items(24..<30))
        let more = try await search(index)
        try await index.close()
        for (name, bytes) in files {
            try bytes.prefix(name.contains("clip") ? bytes.count : 100)
                .write(to: URL(filePath: "\(path)/vectors/\(name)"))
        }
        let reader = try await StudyIndex.open(at: path, for: .read)
        #expect(try await search(reader) == more)
        #expect(more.considered > expected.considered)
        try await reader.refreshVectorFiles()
        #expect(try await reader.verify().isSound)
    }

    @Test("restores a backup to the same content and the same answers, byte for byte")
    func backsUp() async throws {
        let index = try await filled()
        let (clips, studies) = (try await search(index), try await search(index, .study))
        let manifest = try await index.backup(to: scratch.path("b"))
        try await index.record(try archive.items(24..<40))
        let digest = manifest.contentDigest
        let again = try await StudyIndex.restore(from: scratch.path("b"), into: scratch.path("r"))
        #expect(again == manifest)
        let reader = try await StudyIndex.open(at: scratch.path("r"), for: .read)
        #expect(try await search(reader) == clips)
        let restored = try await StudyIndex.open(at: scratch.path("r"), for: .write)
        #expect(try await restored.contentDigest() == digest)
        #expect(try await search(restored) == clips)
        #expect(try await search(restored, .study) == studies)
        #expect(try await restored.verify().isSound)
        try await restored.record(try archive.items(24..<40))
        #expect(try await restored.contentDigest() == index.contentDigest())
    }

    @Test("backs up one consistent state while another task writes")
    func backsUpWhileWriting() async throws {
        let index = try await archive.makeIndex(at: path)
        let (archive, scratch) = (archive, scratch)
        try await withThrowingTaskGroup(of: Void.self) { group in
            group.addTask {
                for start in stride(from: 0, to: 160, by: 8) {
                    try await index.record(try (start..<(start + 8)).map { .embedded(try archive.clip($0)) })
                }
            }
            group.addTask {
                for copy in 0..<5 { _ = try await index.backup(to: scratch.path("b\(copy)")) }
            }
            try await group.waitForAll()
        }
        for copy in 0..<5 {
            let target = scratch.path("r\(copy)")
            let manifest = try await StudyIndex.restore(from: scratch.path("b\(copy)"), into: target)
            let restored = try await StudyIndex.open(at: target, for: .write)
            #expect(try await restored.verify().isSound)
            #expect(manifest.clips.isMultiple(of: 8))
        }
    }

    @Test("does not restore over anything unless forced, nor a backup that has changed")
    func refusesRestore() async throws {
        let index = try await filled()
        _ = try await index.backup(to: scratch.path("b"))
        await #expect(throws: IndexError.targetNotEmpty) { try await index.backup(to: scratch.path("b")) }
        await #expect(throws: IndexError.targetNotEmpty) {
            try await StudyIndex.restore(from: scratch.path("b"), into: path)
        }
        await #expect(throws: IndexError.busy) {
            try await StudyIndex.restore(from: scratch.path("b"), into: path, force: true)
        }
        let digest = try await index.contentDigest()
        try await index.record(try archive.items(24..<30))
        try await index.close()
        _ = try await StudyIndex.restore(from: scratch.path("b"), into: path, force: true)
        let restored = try await StudyIndex.open(at: path, for: .write)
        #expect(try await restored.contentDigest() == digest)
        let copy = URL(filePath: scratch.path("b/echoseek.sqlite"))
        var bytes = try Data(contentsOf: copy)
        bytes[5_000] ^= 1
        try bytes.write(to: copy)
        await #expect(throws: IndexError.damagedBackup) {
            try await StudyIndex.restore(from: scratch.path("b"), into: scratch.path("r"))
        }
        await #expect(throws: IndexError.noIndex) {
            try await StudyIndex.restore(from: scratch.path("none"), into: scratch.path("r"))
        }
    }

    @Test("deletes a study down to its last byte", arguments: [false, true])
    func deletes(vacuum: Bool) async throws {
        let index = try await filled(60)
        let key = archive.studyKey(ofClip: 0)
        let id = StudyID(key: key)
        let own = try await index.clips(of: id).map(\.contentHash)
        let deletion = try await index.delete(study: id, vacuum: vacuum)
        #expect(deletion.contents.sorted() == own.sorted())
        #expect(deletion.clips == 4 && deletion.captions == 1 && !deletion.patient)
        #expect(deletion.leftOut == 1 && deletion.isOverwritten)
        await #expect(throws: IndexError.notFound(.study)) { try await index.study(resolving: key) }
        await #expect(throws: IndexError.notFound(.study)) { try await index.delete(study: id) }
        #expect(try await index.verify().isSound)
        #expect(try await search(index).hits.allSatisfy { $0.study != id })
        try await index.close()
        let secrets = [
            key + ".0", "Doe_Jane_0.", "Doe_Jane_3.", "copy_12.", "The valves are normal.", id.text,
        ]
        for file in try FileManager.default.subpathsOfDirectory(atPath: path) {
            let bytes = (try? Data(contentsOf: URL(filePath: "\(path)/\(file)"))) ?? Data()
            for secret in secrets {
                #expect(bytes.range(of: Data(secret.utf8)) == nil, "\(secret) in \(file)")
            }
            let vector = try archive.clip(0).vectors[0].clip.values.withUnsafeBytes { Data($0) }
            #expect(bytes.range(of: vector) == nil, "a vector in \(file)")
        }
    }

    @Test("removes a patient with the last study, not before")
    func deletesPatient() async throws {
        let index = try await filled(36)
        let patients = try await index.stats().rows["patients"] ?? 0
        let own = try await index.studies().filter { $0.patientKey?.identifier == "P1" }
        #expect(own.count == 3)
        for (place, study) in own.enumerated() {
            #expect(try await index.delete(study: study.id).patient == (place == 2))
        }
        #expect(try await index.stats().rows["patients"] == patients - 1)
    }

    @Test("exports vectors as NumPy reads them, with ids in row order")
    func exports() async throws {
        let index = try await filled()
        let export = try await index.export(to: scratch.path("e"))
        #expect(export.files.count == 4)
        let array = try Data(contentsOf: URL(filePath: scratch.path("e/similarity-clip.npy")))
        let lines = try String(contentsOfFile: scratch.path("e/similarity-clip.ndjson"), encoding: .utf8)
            .split(separator: "\n")
        #expect(array.prefix(8) == Data([0x93, 0x4E, 0x55, 0x4D, 0x50, 0x59, 1, 0]))
        let start = 10 + Int(array[8]) + 256 * Int(array[9])
        #expect(start % 64 == 0 && array[start - 1] == 10)
        let literal = String(decoding: array[10..<start], as: UTF8.self)
        #expect(literal.contains("'shape': (\(export.clips), 16)") && literal.contains("'<f4'"))
        #expect(array.count == start + export.clips * 16 * 4 && lines.count == export.clips)
        for (row, line) in lines.enumerated() {
            let parsed = try #require(
                try JSONSerialization.jsonObject(with: Data(line.utf8)) as? [String: Any])
            let clip = ClipID(try #require(parsed["clip"] as? String))
            #expect(parsed["row"] as? Int == row)
            let study = StudyID(try #require(parsed["study"] as? String))
            let own = try await index.clipEmbeddings(of: study, in: archive.space, onlyUsable: false)
            let vector = try #require(own.first { $0.clip == clip }?.embedding)
            let bytes = vector.values.withUnsafeBytes { Data($0) }
            #expect(array[(start + row * 64)..<(start + row * 64 + 64)] == bytes)
        }
    }

    @Test("counts what is there")
    func counts() async throws {
        let index = try await filled()
        let stats = try await index.stats(withDigest: true)
        #expect(stats.rows["clips"] == 21 && stats.clipsByKind[.color] == 3)
        #expect(stats.leftOutByState == [.quarantined: 1, .skipped: 1, .duplicate: 1])
        #expect(stats.databaseBytes > 50_000 && stats.vectorBytes > 21 * 16 * 4)
        #expect(try await stats.contentDigest == index.contentDigest())
    }
}
