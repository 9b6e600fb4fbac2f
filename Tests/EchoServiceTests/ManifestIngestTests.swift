import EchoCore
import EchoIndex
import EchoService
import EchoTesting
import Foundation
import Testing

@Suite("Ingest with a manifest") struct ManifestIngestTests {
    @Test("what somebody wrote down overrules the header, field by field", arguments: ["csv", "ndjson"])
    func overrulesHeader(format: String) async throws {
        let archive = try TestArchive()
        let clip = try TestArchive.run()[0]
        let csv = "path,patient,view,accession\n\(clip),MANIFEST,A4C,M1\n"
        let json =
            "{\"path\": \"\(clip)\", \"patient\": \"MANIFEST\", \"view\": \"A4C\", \"accession\": \"M1\"}\n"
        let table = try archive.scratch.write((format == "csv" ? csv : json).utf8, to: "m.\(format)")
        let (summary, _) = try await archive.ingest([]) { $0.manifest = table }
        #expect(summary.embedded == 1)
        let studies = try await archive.reading { try await $0.studies() }
        let study = try #require(studies.first)
        #expect(study.patientKey?.identifier == "MANIFEST")
        #expect(study.accessionNumber == "M1")
        #expect(
            study.studyKey == "1.2.826.0.1.3680043.8.498.7.2.1", "the header's, since no row says otherwise")
        #expect(study.date?.description == "2024-01-01")
        let clips = try await archive.reading { try await $0.clips() }
        #expect(clips.map(\.view) == ["A4C"])
    }

    @Test("a manifest's study and date stand in for the tags that an AVI has not")
    func namesTaglessFiles() async throws {
        let archive = try TestArchive()
        try FileManager.default.createDirectory(
            atPath: archive.scratch.path("clips"), withIntermediateDirectories: true)
        try FileManager.default.copyItem(
            atPath: Fixtures.clip("a4c_mjpeg_120f.avi"), toPath: archive.scratch.path("clips/one, two.avi"))
        let table = try archive.scratch.write(
            "path,patient,study,date,report\n\"one, two.avi\",P 7,S-1,20230405,notes.txt\n".utf8,
            to: "clips/manifest.csv")
        _ = try archive.scratch.write("LV: Normal function.".utf8, to: "clips/notes.txt")
        let (summary, files) = try await archive.ingest([archive.scratch.path("clips")]) {
            $0.manifest = table
        }
        #expect((summary.embedded, summary.skipped, summary.reports) == (1, 2, 1))
        #expect(files.map(\.code) == [nil, "input.companion", "input.companion"])
        #expect(!summary.hasFailures)
        let report = try await archive.reading { index in
            let study = try await index.study(resolving: "S-1")
            #expect(study.date?.description == "2023-04-05")
            #expect(study.patientKey?.identifier == "P 7")
            return try await index.reportText(of: study.id)
        }
        #expect(report == "LV: Normal function.")
    }

    @Test("a row whose file is missing is quarantined, and the next goes on")
    func goesOnAfterMissing() async throws {
        let archive = try TestArchive()
        let table = try archive.scratch.write(
            "path,study\ngone.dcm,S\n\(try TestArchive.run()[0]),S\n".utf8, to: "m.csv")
        let (summary, files) = try await archive.ingest([]) { $0.manifest = table }
        #expect(files.map(\.code) == ["input.missing", nil])
        #expect(files.map(\.state) == [.quarantined, .embedded])
        #expect(summary.hasFailures)
    }

    @Test("two files that name different patients for one study are counted as a conflict")
    func countsConflicts() async throws {
        let archive = try TestArchive()
        let clips = try TestArchive.run()
        let table = try archive.scratch.write(
            "path,patient,study\n\(clips[0]),P1,S\n\(clips[1]),P2,S\n".utf8, to: "m.csv")
        let (summary, _) = try await archive.ingest([]) { $0.manifest = table }
        #expect((summary.studies, summary.patientConflicts) == (1, 1))
    }
}
