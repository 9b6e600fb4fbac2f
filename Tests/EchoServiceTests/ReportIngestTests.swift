import EchoCore
import EchoIndex
import EchoService
import EchoTesting
import Foundation
import Testing

@Suite("Ingest of reports") struct ReportIngestTests {
    private static let text = "Left ventricle: Normal size and function.\nRight ventricle: Dilated.\n"

    private func copy(_ clip: String, to name: String, in archive: TestArchive) throws -> String {
        let target = archive.scratch.path(name)
        try FileManager.default.createDirectory(
            at: URL(filePath: target).deletingLastPathComponent(), withIntermediateDirectories: true)
        try FileManager.default.copyItem(atPath: clip, toPath: target)
        return target
    }

    @Test(
        "a text beside a clip, its own or its folder's, is its study's report and no failure",
        arguments: ["in/clip.txt", "in/report.txt"], ["a4c_mjpeg_120f.avi", "a4c_jpeg_120f.dcm"])
    func readsSidecars(name: String, source: String) async throws {
        let archive = try TestArchive()
        let kind = source.hasSuffix("avi") ? "avi" : "dcm"
        let clip = try copy(Fixtures.clip(source), to: "in/clip.\(kind)", in: archive)
        let text = try archive.scratch.write(Self.text.utf8, to: name)
        let (summary, files) = try await archive.ingest([clip, text])
        #expect(files.map(\.state) == [.embedded, .skipped])
        #expect(files[1].code == "input.companion")
        #expect(!summary.hasFailures)
        #expect((summary.reports, summary.unmatchedReports) == (1, 0))
        let captions = try await archive.reading { index in
            let study = try #require(try await index.studies().first)
            #expect(study.hasReport)
            #expect(try await index.reportText(of: study.id) == Self.text)
            return try await index.captions(of: study.id)
        }
        #expect(captions.count == 2)
    }

    @Test("one report of a folder is one report, however many clips lie there")
    func countsOnce() async throws {
        let archive = try TestArchive()
        for place in 0..<2 { _ = try copy(TestArchive.run()[place], to: "in/\(place).dcm", in: archive) }
        _ = try archive.scratch.write(Self.text.utf8, to: "in/report.txt")
        let (summary, _) = try await archive.ingest([archive.scratch.path("in")])
        #expect((summary.embedded, summary.skipped, summary.studies, summary.reports) == (2, 1, 1, 1))
        let before = try await archive.content()
        let (again, _) = try await archive.ingest([archive.scratch.path("in")])
        #expect((again.duplicate, again.skipped, again.reports) == (2, 1, 1))
        #expect(try await archive.content() == before)
    }

    @Test("a text that goes with no clip is skipped, and a failure only where it was named")
    func skipsLoneTexts() async throws {
        let archive = try TestArchive()
        let text = try archive.scratch.write(Self.text.utf8, to: "in/alone.txt")
        let (walked, files) = try await archive.ingest([archive.scratch.path("in")])
        #expect(files.map(\.code) == ["decode.notAClip"])
        #expect(!walked.hasFailures)
        #expect(try await archive.ingest([text]).summary.hasFailures)
    }

    @Test("a text beside a clip that is no UTF-8 is quarantined, not passed over")
    func tellsUnreadableTexts() async throws {
        let archive = try TestArchive()
        _ = try copy(TestArchive.run()[0], to: "in/clip.dcm", in: archive)
        _ = try archive.scratch.write([0xE4, 0xFF, 0x80], to: "in/clip.txt")
        let (summary, files) = try await archive.ingest([archive.scratch.path("in")])
        #expect(files.map(\.code) == [nil, "input.unreadableReport"])
        #expect(summary.hasFailures)
        #expect(summary.reports == 0)
    }

    @Test("a table's reports find their studies by any name; those without a study are counted")
    func readsTables() async throws {
        let archive = try TestArchive()
        let table = try archive.scratch.write(
            """
            study,text
            1.2.826.0.1.3680043.8.498.7.2.1,"LV: Normal, as before.\nRV: Dilated."
            ACC2,LV: Reduced.
            NOBODY,LV: Normal.
            """.utf8, to: "reports.csv")
        let (summary, _) = try await archive.ingest(try Array(TestArchive.run().prefix(4))) {
            $0.reports = table
        }
        #expect((summary.reports, summary.unmatchedReports) == (2, 1))
        let studies = try await archive.reading { try await $0.studies() }
        #expect(studies.map(\.hasReport) == [true, true])
    }

    @Test("a report table that is wrong is refused before any file is worked on")
    func refusesTablesFirst() async throws {
        let archive = try TestArchive()
        let table = try archive.scratch.write("study,text\nS1,\n".utf8, to: "reports.csv")
        await #expect(throws: ServiceError.self) {
            try await archive.ingest(try TestArchive.run()) { $0.reports = table }
        }
        await #expect(throws: IndexError.noIndex, "no index is made, so no setting is fixed") {
            try await archive.reading { try await $0.clips() }
        }
    }

    @Test("a manifest that is wrong leaves no index whose settings bind the next run")
    func refusesManifestsFirst() async throws {
        let archive = try TestArchive()
        let table = try archive.scratch.write("path,study\n,S1\n".utf8, to: "manifest.csv")
        await #expect(throws: ServiceError.self) {
            try await archive.ingest(try TestArchive.run()) { $0.manifest = table }
        }
        await #expect(throws: IndexError.noIndex) {
            try await archive.reading { try await $0.clips() }
        }
    }

    @Test("a structured report is skipped as a clip and stored for its study, even one that comes later")
    func readsStructuredReports() async throws {
        let archive = try TestArchive()
        let report = try copy(try Fixtures.made("service/report.dcm"), to: "in/a_report.dcm", in: archive)
        _ = try copy(Fixtures.clip("a4c_ybr422_jpeg_30f.dcm"), to: "in/clip.dcm", in: archive)
        let (summary, files) = try await archive.ingest([archive.scratch.path("in")])
        #expect(files[0].input == report)
        #expect(files.map(\.state) == [.skipped, .embedded])
        #expect((summary.reports, summary.unmatchedReports) == (1, 0))
        let studies = try await archive.reading { try await $0.studies() }
        #expect(studies.first?.hasReport == true)
        let before = try await archive.content()
        let (again, _) = try await archive.ingest([archive.scratch.path("in")])
        #expect((again.skipped, again.reports) == (1, 1))
        #expect(try await archive.content() == before)
    }

    @Test("a clip that was stored without its report gets it when it is met again")
    func mendsMissingReports() async throws {
        let archive = try TestArchive()
        let clip = try copy(TestArchive.run()[0], to: "in/clip.dcm", in: archive)
        _ = try await archive.ingest([clip])
        _ = try archive.scratch.write(Self.text.utf8, to: "in/clip.txt")
        let (summary, _) = try await archive.ingest([clip])
        #expect((summary.duplicate, summary.reports) == (1, 1))
        let studies = try await archive.reading { try await $0.studies() }
        #expect(studies.first?.hasReport == true)
    }
}
