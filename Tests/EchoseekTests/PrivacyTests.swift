import EchoTesting
import Foundation
import Testing

@Suite("Standard error") struct PrivacyTests {
    private let scratch: ScratchFolder

    static let canaries = [
        "CANARYNAME", "CANARYMRN", "CANARYACCESSION", "CANARYREPORT", "CANARYPATH", "CANARYVIEW",
        "1.2.840.114340",
    ]

    /// Files that all fail in one way or another, full of what must not be told.
    init() throws {
        scratch = try ScratchFolder()
        let clips = Fixtures.kept.appending(path: "clips")
        let dicom = try Data(contentsOf: clips.appending(path: "a4c_jpeg_120f.dcm"))
        _ = try scratch.write(dicom.prefix(200_000), to: "in/CANARYNAME/CANARYPATH-1.dcm")
        let video = try Data(contentsOf: clips.appending(path: "a4c_mjpeg_120f.avi"))
        _ = try scratch.write(video.prefix(90_000), to: "in/CANARYNAME/CANARYPATH-2.avi")
        _ = try scratch.write("CANARYREPORT of CANARYNAME".utf8, to: "in/CANARYPATH-3.txt")
        _ = try scratch.write([], to: "in/CANARYPATH-4.dcm")
        _ = try scratch.write("PK\u{3}\u{4}CANARYNAME".utf8, to: "in/CANARYPATH-5.zip")
        let rows = """
            path,patient,study,date,view,accession,report
            in/CANARYNAME/CANARYPATH-2.avi,CANARYMRN,CANARYNAME,not-a-date,CANARYVIEW,CANARYACCESSION,CANARYREPORT
            in/missing/CANARYPATH.avi,CANARYMRN,CANARYNAME,2020-01-01,,,

            """
        _ = try scratch.write(rows.utf8, to: "manifest.csv")
        _ = try scratch.write("study,text\nCANARYNAME,CANARYREPORT\n".utf8, to: "reports.csv")
        _ = try scratch.write("patient,study\nCANARYMRN,CANARYNAME\n".utf8, to: "no-path.csv")
        _ = try scratch.write("{\"patient\": \"CANARYMRN\"\n".utf8, to: "broken.ndjson")
        _ = try scratch.write("study\nCANARYNAME\n".utf8, to: "no-text.csv")
    }

    @Test(
        "repeats nothing of a file, a manifest or a report, unless the caller typed it",
        arguments: [
            ["ingest", "in"], ["ingest", "--manifest", "manifest.csv"],
            ["ingest", "--manifest", "manifest.csv", "in"],
            ["ingest", "--dry-run", "--manifest", "manifest.csv", "in"],
            ["ingest", "--manifest", "no-path.csv"],
            ["ingest", "--manifest", "broken.ndjson"], ["ingest", "--reports", "reports.csv", "in"],
            ["ingest", "--reports", "no-text.csv"], ["ingest", "--ndjson", "in"], ["ingest", "--json", "in"],
            ["ingest", "--threads", "900", "in"],
        ])
    func canaries(arguments: [String]) throws {
        let lab = try Lab.shared()
        let program = Program(
            in: scratch.url,
            ["ECHOSEEK_INDEX": scratch.path("index"), "ECHOSEEK_MODELS": lab.folder.path + "/models"])
        let run = try program.run(arguments)
        #expect(run.status != 0)
        for canary in Self.canaries { #expect(!run.errors.contains(canary), "\(run.errors)") }
        if !arguments.contains("--ndjson") {
            for canary in Self.canaries { #expect(!run.output.contains(canary)) }
        }
    }

    @Test("names the file that the caller typed")
    func typed() throws {
        let lab = try Lab.shared()
        let program = Program(
            in: scratch.url,
            ["ECHOSEEK_INDEX": scratch.path("index"), "ECHOSEEK_MODELS": lab.folder.path + "/models"])
        let run = try program.run("ingest", "in/CANARYPATH-4.dcm")
        #expect(run.errors.contains("in/CANARYPATH-4.dcm"))
        let list = try program.run("list", "quarantine", "--json").json
        #expect(
            list[0]["path"].text == "in/CANARYPATH-4.dcm", "the list gives what standard error keeps back")
    }

    @Test("repeats nothing of the index's content when a question fails")
    func questions() throws {
        let program = try Lab.shared().program
        let secrets = ["P1", "S1", "S2", "ACC1", "ventricle", "1.2.840.114340"]
        for arguments in [
            ["show", "x"], ["priors", "x"], ["compare", "x", "y"], ["search", "--like", "x"], ["draft", "x"],
            ["estimate", "ef", "x"], ["ask", "x"], ["index", "delete", "--study", "x"],
            ["ingest", "--frames", "paper", "clips"],
        ] {
            let run = try program.run(arguments)
            #expect(run.status != 0)
            for secret in secrets { #expect(!run.errors.contains(secret), "\(run.errors)") }
        }
    }
}
