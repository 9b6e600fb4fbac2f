import EchoTesting
import Testing

@Suite("echoseek list and show") struct ListCommandTests {
    @Test("list studies gives what a manifest or a header says of each")
    func studies() throws {
        let studies = try Lab.shared().program.run("list", "studies", "--json").json.items
        #expect(studies.count == 4)
        for study in studies {
            #expect(
                study.keys == [
                    "study", "study_key", "patient", "patient_key", "date", "accession_number", "site",
                    "clips",
                    "usable_clips", "has_report", "has_other_patient",
                ])
        }
        let first = try #require(studies.first { $0["study_key"].text == "S1" })
        #expect(first["date"].text == "2023-05-01")
        #expect(first["accession_number"].text == "ACC1")
        #expect(first["has_report"] == .flag(true))
        #expect(first["patient"].text?.hasPrefix("pt-") == true)
        let dicom = try #require(studies.first { $0["study"].text == Lab.dicomStudy })
        #expect(dicom["clips"].number == 2)
        #expect(dicom["usable_clips"].number == 2)
    }

    @Test("list clips gives every clip, or one study's")
    func clips() throws {
        let program = try Lab.shared().program
        let clips = try program.run("list", "clips", "--json").json.items
        #expect(clips.count == 5)
        for clip in clips {
            #expect(
                clip.keys.isSuperset(of: [
                    "clip", "study", "path", "kind", "usable", "left_out_reason", "view",
                ]))
        }
        let still = try #require(clips.first { $0["kind"].text == "still" })
        #expect(still["usable"] == .flag(false))
        #expect(still["left_out_reason"].text?.isEmpty == false)
        let own = try program.run("list", "clips", "--study", "S1", "--json").json.items
        #expect(own.map { $0["view"].text } == ["A4C"])
    }

    @Test("list quarantine and skipped name the file, the code and the reason")
    func leftOut() throws {
        let program = try Lab.shared().program
        let quarantined = try program.run("list", "quarantine", "--json").json.items
        #expect(quarantined.map { $0["path"].text } == ["clips/cut.avi"])
        #expect(quarantined[0]["state"].text == "quarantined")
        #expect(quarantined[0]["code"].text?.hasPrefix("decode.") == true)
        #expect(quarantined[0]["reason"].text?.isEmpty == false)
        let skipped = try program.run("list", "skipped", "--json").json.items
        #expect(skipped.map { $0["path"].text } == ["clips/SOURCES.md"])
        #expect(try program.run("list", "duplicates").output == "There are none.\n")
    }

    @Test("list writes one object a line under --ndjson, and pages")
    func pages() throws {
        let program = try Lab.shared().program
        let all = try program.run("list", "clips", "--ndjson").jsonLines
        let page = try program.run("list", "clips", "--ndjson", "-k", "2", "--offset", "1").jsonLines
        #expect(all.count == 5)
        #expect(page == Array(all[1...2]))
    }

    @Test("list runs counts the states of each run")
    func runs() throws {
        let runs = try Lab.shared().program.run("list", "runs", "--json").json.items
        #expect(runs.count == 1)
        #expect(runs[0].keys == ["id", "started", "finished", "counts"])
    }

    @Test("show gives a study by any of its names, or one clip of it", arguments: ["S1", "ACC1"])
    func show(name: String) throws {
        let program = try Lab.shared().program
        let shown = try program.run("show", name, "--json").json
        #expect(shown.keys == ["study", "clips", "report"])
        #expect(shown["study"]["study_key"].text == "S1")
        #expect(shown["report"].text == Lab.report)
        let clip = try #require(shown["clips"][0]["clip"].text)
        let alone = try program.run("show", clip, "--json").json
        #expect(alone["clips"].items.count == 1)
        #expect(alone["study"] == shown["study"])
    }
}
