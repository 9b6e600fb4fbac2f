import EchoReading
import EchoTesting
import Foundation
import Testing

@Suite("Without a model of the user's") struct DefaultModelTests {
    static let notice = "simulation-trained, not valid on real studies"
    static let remark = "No model was chosen: using `phantom`"
    static let report = "The left ventricle is mildly dilated. The aortic root is normal."

    /// Two studies of one patient, ingested with nothing said of a model.
    private static let filled = Result { try fill() }

    private static func fill() throws -> (place: InstalledProgram, ingest: Run) {
        let place = try InstalledProgram()
        let manifest = """
            path,patient,study,date,view,report
            \(Fixtures.clip("a4c_mjpeg_120f.avi")),P1,S1,2023-05-01,A4C,"\(report)"
            \(Fixtures.clip("a4c_h264_120f.mp4")),P1,S2,2024-06-02,A4C,"\(report)"

            """
        _ = try place.scratch.write(manifest.utf8, to: "manifest.csv")
        return (place, try place.run(["ingest", "--manifest", "manifest.csv"]))
    }

    @Test("ingest uses the one that came with the program, and says so once")
    func ingest() throws {
        let (place, run) = try Self.filled.get()
        #expect(run.status == 0, "\(run.errors)")
        #expect(run.errors.components(separatedBy: Self.remark).count == 2)
        #expect(run.errors.contains(Self.notice))
        #expect(run.output.contains("Note: \(Self.notice)"))
        let again = try place.run(["ingest", "--manifest", "manifest.csv", "--json"]).json
        #expect(again["duplicate"].number == 2 && again["model_notice"].text == Self.notice)
        let export = try place.run(["index", "export", "out"])
        #expect(export.status == 0, "\(export.errors)")
        let lines = try String(contentsOfFile: place.scratch.path("out/both-clip.ndjson"), encoding: .utf8)
            .split(separator: "\n")
        #expect(lines.count == 2)
        for line in lines { #expect(try JSON(parsing: Data(line.utf8))["model_notice"].text == Self.notice) }
        let clips = try place.run(["show", "S1", "--json"])
        #expect(clips.status == 0)
    }

    @Test("embed says so once, on standard error, and its lines carry the notice")
    func embed() throws {
        let place = try Self.filled.get().place
        let run = try place.run(["embed", Fixtures.clip("a4c_mjpeg_120f.avi")])
        #expect(run.status == 0)
        #expect(run.errors.components(separatedBy: Self.remark).count == 2)
        let line = try #require(try run.jsonLines.first)
        #expect(line["model"].text == "phantom")
        #expect(line["model_notice"].text == Self.notice)
        #expect(line["frames_used"].number == 16, "the model's own frame rule")
        let given = try place.run(["embed", "--frames", "uniform:3", Fixtures.clip("a4c_mjpeg_120f.avi")])
        #expect(try given.jsonLines.first?["frames_used"].number == 3)
    }

    @Test(
        "every output of findings carries the notice",
        arguments: NoticeTests.findings + [["estimate", "ef", "S1", "--formula", "motion"]])
    func notices(arguments: [String]) throws {
        let place = try Self.filled.get().place
        for format in [[], ["--json"]] {
            let run = try place.run(arguments + format)
            #expect(run.status == 0, "\(run.errors)")
            #expect(run.output.contains(Notice.notADiagnosis))
            #expect(run.output.contains(Self.notice))
        }
    }

    @Test("estimate by motion gives the readout's number and says whose it is")
    func motion() throws {
        let place = try Self.filled.get().place
        let found = try place.run(["estimate", "ef", "S1", "--formula", "motion", "--json"]).json
        #expect(found["formula"].text == "motion")
        #expect(found["unit"].text == "%")
        #expect(found["provenance"].text == "motion readout of phantom")
        #expect(found["frames"].number == 16)
        #expect((5...85).contains(try #require(found["value"].number)))
        let missing = try place.run(["estimate", "gls", "S1", "--formula", "motion"])
        #expect(missing.status == 66)
        let text = try place.run(["estimate", "ef", "S1", "--formula", "motion"])
        #expect(text.output.contains("From: motion readout of phantom"))
    }

    @Test("a question in words that training hardly had is answered with a warning")
    func rareWords() throws {
        let place = try Self.filled.get().place
        let odd = ["search", "--text", "zygomorphic quux"]
        #expect(try place.run(odd + ["--json"]).json["rare_token_share"].number == 1)
        #expect(try place.run(odd).output.contains("Warning: 100"))
        let plain = ["search", "--text", "the the the"]
        let share = try #require(try place.run(plain + ["--json"]).json["rare_token_share"].number)
        #expect(share < 0.5)
        #expect(!(try place.run(plain).output.contains("Warning")))
        let asked = try place.run(["ask", "pacemaker", "--json"]).json["rare_token_share"].number
        #expect((0...1).contains(try #require(asked)))
    }

    @Test("doctor says that the default is trained on simulations, and how to import real weights")
    func doctor() throws {
        let place = try Self.filled.get().place
        let run = try place.run(["doctor", "--json"])
        #expect(run.status == 0)
        let found = try #require(
            try run.json["findings"].items.first { $0["subject"].text == "default model" })
        #expect(found["verdict"].text == "note")
        #expect(found["found"].text?.contains(Self.notice) == true)
        #expect(found["remedy"].text?.contains("echoseek model import") == true)
    }

    @Test("an imported model goes before it, and nothing is remarked")
    func imported() throws {
        let place = try InstalledProgram()
        try SmallModel.write(to: place.scratch.url.appending(path: "source"))
        #expect(try place.run(["model", "import", "source", "--name", "mine"]).status == 0)
        let run = try place.run(["embed", "--text", "the left ventricle"])
        #expect(try run.jsonLines.first?["model"].text == "mine")
        #expect(!run.errors.contains(Self.remark))
        #expect(try place.run(["model", "import", "source", "--name", "other"]).status == 0)
        let two = try place.run(["embed", "--text", "the left ventricle"])
        #expect(two.errors.contains("service.noModel"))
        let named = try place.run(["embed", "--text", "the left ventricle", "--model", "phantom"])
        #expect(try named.jsonLines.first?["model"].text == "phantom")
        #expect(!named.errors.contains(Self.remark))
    }
}
