import EchoTesting
import Foundation
import Testing

@Suite("echoseek inspect, doctor, prompts") struct InspectCommandTests {
    private let scratch: ScratchFolder

    init() throws { scratch = try ScratchFolder() }

    @Test("inspect tells what a file is, without anything of its patient")
    func inspect() throws {
        let found = try Lab.shared().program.run("inspect", "clips/a4c_jpeg_120f.dcm", "--json").json
        #expect(found["container"].text == "dicom")
        #expect(found["size"].text == "640x480")
        #expect(found["frame_count"].number == 120)
        #expect(found["kind"].text == "b-mode")
        #expect(found["mask_problem"] == .null)
        #expect(found.keys.contains("mask_problem"))
        #expect(found.keys.isDisjoint(with: ["patient", "patient_id", "study_instance_uid", "path"]))
    }

    @Test("inspect --png writes a picture whose header gives a sheet of the frames")
    func sheet() throws {
        let run = try Lab.shared().program.run(
            "inspect", "clips/a4c_ybr422_jpeg_30f.dcm", "--png", scratch.path("sheet.png"))
        #expect(run.status == 0)
        let png = try Data(contentsOf: scratch.url.appending(path: "sheet.png"))
        #expect(Array(png.prefix(8)) == [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A])
        let extents = [16, 20].map { start in (0..<4).reduce(0) { $0 << 8 | Int(png[start + $1]) } }
        #expect(extents[0] >= 320)
        #expect(extents[1] >= 240)
        let elsewhere = try Lab.shared().program.run(
            "inspect", "clips/a4c_ybr422_jpeg_30f.dcm", "--png", scratch.path("no/such/folder.png"))
        #expect(elsewhere.status == 74)
    }

    @Test("doctor finds the laboratory well, with the model's notice, and an empty home not")
    func doctor() throws {
        let well = try Lab.shared().program.run("doctor", "--json")
        #expect(well.status == 0)
        #expect(try well.json["ok"] == .flag(true))
        let findings = try well.json["findings"].items
        #expect(
            findings.compactMap { $0["subject"].text }.filter { $0 != "model phantom" } == [
                "machine", "shipped data", "disk", "model \(Lab.model)", "index",
            ])
        for finding in findings { #expect(finding.keys == ["verdict", "subject", "found", "remedy"]) }
        let small = findings.first { $0["subject"].text == "model \(Lab.model)" }
        #expect(small?["found"].text?.contains(SmallModel.notice) == true)
        let empty = try Program(in: scratch.url).run("doctor")
        let isShipped = FileManager.default.fileExists(
            atPath: Fixtures.root.appending(path: "Models/phantom/manifest.json").path)
        #expect(empty.status == (isShipped ? 0 : 2))
        #expect(empty.output.contains("echoseek model import"))
    }

    @Test("prompts list and show give the shipped sets")
    func prompts() throws {
        let program = try Lab.shared().program
        let sets = try program.run("prompts", "list", "--json").json.items
        #expect(sets.count >= 15)
        #expect(sets.allSatisfy { $0["problem"] == .null })
        let shown = try program.run("prompts", "show", "pacemaker", "--json").json
        #expect(shown["kind"].text == "binary")
        #expect(shown["prompts"].items.count >= 1)
        #expect(try program.run("prompts", "show", "nope").status == 66)
    }

    @Test("prompts import turns the published layout into sets that can be asked at once")
    func promptsImport() throws {
        let published = #"""
            {"wire": {"mode": "binary", "label_sources": ["A WIRE IS SEEN. "]},
             "ef": {"mode": "regression", "label_sources": ["THE VALUE IS <#>%. "], "range": [0, 100]}}
            """#
        let file = try scratch.write(published.utf8, to: "prompts.json")
        let program = Program(in: scratch.url)
        let run = try program.run("prompts", "import", file, "--prompts", "own", "--json")
        let written = try run.json["written"].items.compactMap(\.text)
        #expect(written.count == 2, "\(run.output) \(run.errors)")
        let own = Program(in: scratch.url, ["ECHOSEEK_PROMPTS": "own"])
        for path in written {
            let name = URL(filePath: path).deletingPathExtension().lastPathComponent
            #expect(try own.run("prompts", "show", name).status == 0)
        }
        let broken = try program.run("prompts", "import", try scratch.write("[1]".utf8, to: "x.json"))
        #expect(broken.status == 65)
    }

    @Test("prompts say in one line what is wrong with a set of the user's own")
    func brokenPrompts() throws {
        _ = try scratch.write("name: [x\n".utf8, to: "own/cut.yaml")
        _ = try scratch.write("name: half\ntitle: Half\n".utf8, to: "own/half.yaml")
        let program = Program(in: scratch.url, ["ECHOSEEK_PROMPTS": "own"])
        let listed = try program.run("prompts", "list", "--json").json.items
        for (name, problem) in [("cut", "line 2"), ("half", "`kind` is missing")] {
            let entry = try #require(listed.first { $0["name"].text == name })
            #expect(entry["problem"].text?.contains(problem) == true)
            let shown = try program.run("prompts", "show", name)
            #expect(shown.status == 65)
            #expect(shown.errors.contains(problem))
            #expect(shown.errors.split(separator: "\n").count == 1)
        }
    }
}
