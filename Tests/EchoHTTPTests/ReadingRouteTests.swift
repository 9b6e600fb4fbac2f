import EchoCore
import EchoIndex
import EchoReading
import EchoService
import EchoTesting
import Foundation
import HTTPTypes
import Testing

@Suite("Readings over HTTP") struct ReadingRouteTests {
    @Test("search by words, study and clip gives what the command line's query gives")
    func search() async throws {
        let lab = try await ServiceLab.shared()
        let study = try #require(try await lab.studies().first)
        for (body, subject) in [
            (
                #"{"text":"apical four chamber view","limit":3}"#,
                SearchQuery.Subject.text("apical four chamber view")
            ),
            (#"{"study":"\#(study)","limit":3}"#, .like(study)),
        ] {
            let answer = try await lab.post("/v1/search", body)
            #expect(answer.status == 200)
            let own = try await SearchQuery(subject, page: .init(limit: 3), filter: .init())
                .run(in: lab.served.index, workspace: lab.served.workspace)
            let encoded = try JSON(parsing: try ResultCoding.encode(own))
            let json = try answer.json
            #expect(json["results"] == encoded["results"])
            #expect(json["notices"] == encoded["notices"])
            #expect(json["total"] == encoded["considered"])
            #expect(json["stamp"]["model_notice"].text?.isEmpty == false)
        }
    }

    @Test("a clip that was uploaded finds itself, by id and by data URI, and is gone when it is deleted")
    func uploadedClip() async throws {
        let lab = try await ServiceLab.shared()
        let bytes = try lab.clip()
        let kept = try await lab.ask(
            .post, "/v1/uploads", headers: [.contentType: "application/dicom"], body: bytes)
        #expect(kept.status == 201)
        let id = try #require(try kept.json["upload"].text)
        let byID = try await lab.post("/v1/search", #"{"upload":"\#(id)","limit":1}"#)
        let uri = "data:application/dicom;base64,\(bytes.base64EncodedString())"
        let byData = try await lab.post("/v1/search", #"{"data":"\#(uri)","limit":1}"#)
        for answer in [byID, byData] {
            #expect(answer.status == 200, "\(answer.text.prefix(300))")
            #expect(try answer.json["results"][0]["score"].number ?? 0 > 0.9999)
        }
        #expect(try await lab.ask(.delete, "/v1/uploads/\(id)").status == 204)
        #expect(try await lab.post("/v1/search", #"{"upload":"\#(id)"}"#).status == 404)
        let left = try FileManager.default.contentsOfDirectory(
            atPath: lab.served.workspace.settings.index + "/service/kept")
        #expect(!left.contains(id))
    }

    @Test("findings have a score, a percentile and evidence, and the notices")
    func findings() async throws {
        let lab = try await ServiceLab.shared()
        try await lab.served.findings.refresh()
        let count = try await lab.studies().count
        for study in try await lab.studies() {
            let json = try await lab.get("/v1/studies/\(study)/findings").json
            #expect(json["notice"].text == Notice.notADiagnosis)
            #expect(json["is_complete"] == .flag(true))
            #expect(json["compared_with"].number == Double(count))
            let findings = json["findings"].items
            #expect(!findings.isEmpty)
            for finding in findings {
                let percentile = try #require(finding["percentile"].number)
                #expect((0...100).contains(percentile))
                #expect(finding["evidence"].items.first?["frame"].number != nil)
                #expect(finding.keys.contains("review"))
            }
            let order = findings.compactMap { $0["percentile"].number }
            #expect(order == order.sorted(by: >))
        }
    }

    @Test("a set about views is no finding: it tells what each clip looks like")
    func views() async throws {
        let lab = try await ServiceLab(patients: 1)
        let shipped = Fixtures.root.appending(path: "Models/prompts/view.yaml")
        let lines = try String(contentsOf: shipped, encoding: .utf8).split(separator: "\n")
            .filter { !$0.hasPrefix("subject:") && !$0.hasPrefix("name:") }
        let own = ["name: taken-as", "subject: view"] + lines
        try FileManager.default.createDirectory(
            atPath: lab.scratch.path("prompts"), withIntermediateDirectories: true)
        _ = try lab.scratch.write(Data(own.joined(separator: "\n").utf8), to: "prompts/taken-as.yaml")
        let study = try #require(try await lab.studies().first)
        let json = try await lab.get("/v1/studies/\(study)/findings").json
        let sets = (json["findings"].items + json["not_scored"].items).compactMap { $0["set"].text }
        #expect(sets.contains("lv-dilation") && !sets.contains("taken-as"))
        let views = json["views"].items.filter { $0["set"].text == "taken-as" }
        let clips = try await lab.get("/v1/studies/\(study)").json["clips"].items
            .filter { $0["kind"].text == "b-mode" }
        #expect(Set(views.compactMap { $0["clip"].text }) == Set(clips.compactMap { $0["clip"].text }))
        let known = ["A4C", "A2C", "A3C", "PLAX", "PSAX-MV", "PSAX-PM", "SUBCOSTAL"]
        #expect(views.allSatisfy { known.contains($0["view"].text ?? "") })
        #expect(views.allSatisfy { $0["margin"].number ?? -1 >= 0 })
        let compared = try await lab.post("/v1/compare", #"{"first":"\#(study)","second":"\#(study)"}"#).json
        #expect(!compared["findings"].items.contains { $0["set"].text == "taken-as" })
    }

    @Test("a study that does not read is told of by its id, and holds up the scores of no other")
    func damagedStudy() async throws {
        let lab = try await ServiceLab(patients: 3)
        let studies = try await lab.studies().sorted()
        let (first, last) = (try #require(studies.first), try #require(studies.last))
        let change = """
            import sqlite3, sys
            database = sqlite3.connect(sys.argv[1])
            database.execute("UPDATE frame_vectors SET vectors = zeroblob(length(vectors)) WHERE clip IN "
                             "(SELECT id FROM clips WHERE study = ?)", [sys.argv[2]])
            database.commit()
            """
        let file = lab.scratch.path("index/echoseek.sqlite")
        let run = try await Peer(Peer.python, ["-c", change, file, first])
        #expect(run.status == 0, "\(run.output)")
        let (told, feed) = AsyncStream<String>.makeStream()
        try await lab.served.findings.refresh { feed.yield("\($0) \($1.code)") }
        feed.finish()
        var lines: [String] = []
        for await line in told { lines.append(line) }
        #expect(lines == ["\(first) index.damaged"])
        let json = try await lab.get("/v1/studies/\(last)/findings").json
        #expect(json["is_complete"] == .flag(true))
        #expect(json["compared_with"].number == Double(studies.count - 1))
    }

    @Test("findings agree with what the question to the whole archive says")
    func findingsAgreeWithAsk() async throws {
        let lab = try await ServiceLab.shared()
        try await lab.served.findings.refresh()
        let study = try #require(try await lab.studies().first)
        let findings = try await lab.get("/v1/studies/\(study)/findings").json["findings"].items
        for finding in findings.prefix(3) {
            let set = try #require(finding["set"].text)
            let asked = try await lab.post("/v1/ask", #"{"set":"\#(set)","limit":1000}"#).json
            let own = try #require(asked["results"].items.first { $0["study"].text == study })
            #expect(own["score"] == finding["score"])
            #expect(own["percentile"] == finding["percentile"])
        }
    }

    @Test("a verdict is kept, shown with its finding, listed and exported")
    func verdict() async throws {
        let lab = try await ServiceLab.shared()
        let study = try #require(try await lab.studies().last)
        let findings = try await lab.get("/v1/studies/\(study)/findings").json["findings"].items
        let set = try #require(findings.first?["set"].text)
        let given = try await lab.post(
            "/v1/reviews",
            #"{"study":"\#(study)","prompt_set":"\#(set)","value":"rejected","note":"a, \"b\""}"#)
        #expect(given.status == 201, "\(given.text)")
        let after = try await lab.get("/v1/studies/\(study)/findings").json["findings"].items
        #expect(after.first { $0["set"].text == set }?["review"]["value"].text == "rejected")
        let listed = try await lab.get("/v1/reviews?study=\(study)").json
        #expect(listed["items"][0]["note"].text == "a, \"b\"")
        let csv = try await lab.get("/v1/reviews?format=csv")
        #expect(csv.headers[.contentType]?.hasPrefix("text/csv") == true)
        #expect(csv.text.contains("\"a, \"\"b\"\"\""))
    }

    @Test(
        "drafts come in four forms, all partial, all with the banner",
        arguments: ["text", "markdown", "json", "fhir"])
    func drafts(form: String) async throws {
        let lab = try await ServiceLab.shared()
        let study = try #require(try await lab.studies().first)
        let answer = try await lab.get("/v1/studies/\(study)/draft?format=\(form)")
        #expect(answer.status == 200)
        #expect(answer.text.contains(Notice.draftFirstLine))
        let notice = try #require(try await lab.served.spaces().first?.notice)
        #expect(answer.text.contains(notice), "what the model wants said")
        if form == "fhir" {
            let notes = try answer.json["contained"][0]["note"].items.compactMap { $0["text"].text }
            #expect(notes.contains(notice), "\(notes)")
        }
        #expect(!answer.text.contains("final") && !answer.text.contains("preliminary"))
        if form == "text" || form == "markdown" { #expect(answer.text.hasPrefix(Notice.draftFirstLine)) }
        if form == "json" || form == "fhir" { #expect(try answer.json["status"].text == "partial") }
    }

    @Test("a person's words are labelled as unverified in every form")
    func editedDraft() async throws {
        let lab = try await ServiceLab.shared()
        let study = try #require(try await lab.studies().first)
        let draft = try await lab.get("/v1/studies/\(study)/draft").json
        let section = try #require(draft["sections"][0]["id"].text)
        for form in ["text", "markdown", "json", "fhir"] {
            let body =
                #"{"format":"\#(form)","edits":[{"section":"\#(section)","text":"Looks <b>well</b>."}]}"#
            let answer = try await lab.post("/v1/studies/\(study)/draft", body)
            #expect(answer.status == 200, "\(answer.text)")
            if form == "fhir" {
                let data = try #require(
                    Data(base64Encoded: try answer.json["presentedForm"][0]["data"].text ?? ""))
                #expect(String(decoding: data, as: UTF8.self).contains(SectionEdit.label))
                #expect(!(try answer.json["text"]["div"].text ?? "").contains("<b>"))
            } else if form == "json" {
                #expect(try answer.json["edits"][0]["text"].text == "Looks <b>well</b>.")
            } else {
                #expect(answer.text.contains(SectionEdit.label))
            }
        }
        let unknown = try await lab.post(
            "/v1/studies/\(study)/draft", #"{"edits":[{"section":"none","text":"a"}]}"#)
        #expect(unknown.status == 422)
    }

    @Test("two studies compare with the deltas of their findings")
    func compare() async throws {
        let lab = try await ServiceLab.shared()
        let studies = try await lab.studies()
        let answer = try await lab.post(
            "/v1/compare", #"{"first":"\#(studies[0])","second":"\#(studies[1])"}"#)
        let json = try answer.json
        #expect(answer.status == 200)
        #expect(!json["pairs"].items.isEmpty)
        let delta = try #require(json["findings"].items.first { $0["delta"].number != nil })
        let difference =
            try #require(delta["second_score"].number) - (try #require(delta["first_score"].number))
        #expect(abs(difference - (delta["delta"].number ?? 9)) < 1e-6)
    }

    @Test("one study that is not there does not fail the estimates of others")
    func estimates() async throws {
        let lab = try await ServiceLab.shared()
        let study = try #require(try await lab.studies().first)
        let answer = try await lab.post(
            "/v1/estimate", #"{"quantity":"ef","studies":["\#(study)","none"]}"#)
        #expect(answer.status == 200, "\(answer.text)")
        let json = try answer.json
        #expect(json["items"].items.count == 1)
        #expect(json["items"][0]["notice"].text == Notice.notADiagnosis)
        #expect(json["errors"][0]["error"]["code"].text == "index.notFound")
    }
}
