import EchoLedger
import EchoService
import EchoTesting
import Foundation
import HTTPTypes
import Testing

@Suite("Studies over HTTP") struct StudyRouteTests {
    @Test("are listed newest first or oldest first, in pages that together are the whole")
    func pages() async throws {
        let lab = try await ServiceLab.shared()
        let all = try await lab.studies()
        #expect(all.count >= 3)
        var paged: [String] = []
        for offset in 0..<all.count {
            let page = try await lab.get("/v1/studies?limit=1&offset=\(offset)").json
            #expect(page["total"].number == Double(all.count))
            paged += page["items"].items.compactMap { $0["study"].text }
        }
        #expect(paged == all)
        let oldest = try await lab.get("/v1/studies?order=oldest").json["items"].items
        let dates = oldest.compactMap { $0["date"].text }
        #expect(dates == dates.sorted())
    }

    @Test("are narrowed by what a worklist asks for")
    func filters() async throws {
        let lab = try await ServiceLab.shared()
        let items = try await lab.get("/v1/studies").json["items"].items
        let one = try #require(items.first)
        let key = try #require(one["study_key"].text)
        let patient = try #require(one["patient"].text)
        let found = { (query: String) async throws -> [String] in
            try await lab.get("/v1/studies?" + query).json["items"].items.compactMap { $0["study"].text }
        }
        let id = try #require(one["study"].text)
        #expect(try await found("q=\(key)") == [id])
        #expect(try await found("q=\(id)") == [id])
        #expect(try await found("q=%25").isEmpty)
        #expect(try await found("q=no-such-study").isEmpty)
        #expect(Set(try await found("patient=\(patient)")).contains(id))
        #expect(try await found("state=ready").count == items.count)
        #expect(try await found("state=conflict").isEmpty)
        #expect(try await found("state=unusable").isEmpty)
        #expect(try await found("kind=b-mode&kind=still").count == items.count)
        #expect(try await found("view=A4C").count == items.count)
        #expect(try await found("view=none").isEmpty)
        let withReport = items.filter { $0["has_report"] == .flag(true) }.count
        #expect(try await found("has_report=true").count == withReport)
        #expect(try await found("has_report=false").count == items.count - withReport)
        let date = try #require(one["date"].text)
        #expect(try await found("date_from=\(date)&date_to=\(date)").contains(id))
    }

    @Test("show their state as the list does, their clips, and clips their frames")
    func detail() async throws {
        let lab = try await ServiceLab.shared()
        for listed in try await lab.get("/v1/studies").json["items"].items {
            let study = try #require(listed["study"].text)
            let detail = try await lab.get("/v1/studies/\(study)").json
            let clips = try await lab.get("/v1/studies/\(study)/clips").json
            #expect(detail["study"]["state"].text == "ready")
            #expect(detail["study"]["state"] == listed["state"])
            #expect(detail["clips"] == clips["items"])
            #expect(clips["total"].number == Double(detail["clips"].items.count))
            let clip = try #require(detail["clips"][0]["clip"].text)
            let shown = try await lab.get("/v1/clips/\(clip)").json
            #expect(shown["frame_times"].numbers.count == Int(shown["frame_count"].number ?? 0))
            #expect(shown["frame_indices"].numbers.count == Int(shown["frames_used"].number ?? 0))
        }
    }

    @Test("every answer tells browsers to trust nothing else, and carries its time")
    func headers() async throws {
        let lab = try await ServiceLab.shared()
        for path in ["/", "/v1/studies", "/nothing", "/readyz"] {
            let headers = try await lab.get(path).headers
            #expect(headers[.contentSecurityPolicy]?.contains("default-src 'self'") == true)
            #expect(headers[.contentSecurityPolicy]?.contains("unsafe") == false)
            #expect(headers[.xContentTypeOptions] == "nosniff")
            let time = try #require(HTTPField.Name("X-Total-Time"))
            #expect(Double(headers[time] ?? "") ?? -1 >= 0)
        }
    }

    @Test("of a form with a manifest are told by the manifest, and a manifest cannot read the server's files")
    func manifest() async throws {
        let lab = try await ServiceLab(patients: 1)
        let clip = try await lab.bareClip()
        let rows = { (report: String) in
            "path,patient,study,date,view,report\nfolder/one.avi,P-77,S-77,2024-05-06,A4C,\(report)\n"
        }
        for report in ["/etc/hostname.txt", "notes.txt"] {
            let refused = try await lab.form([
                ("manifest", nil, Data(rows(report).utf8)), ("file", "one.avi", clip),
            ])
            #expect(refused.status == 422)
            #expect(try refused.json["code"].text == "service.table")
        }
        let unknown = try await lab.form([("file", "two.avi", clip), ("manifest", nil, Data(rows("a").utf8))])
        #expect(unknown.status == 422)
        let taken = try await lab.form(
            [("file", "one.avi", clip), ("manifest", nil, Data(rows("The heart is small.").utf8))])
        #expect(taken.status == 202, "\(taken.text)")
        let id = try #require(try taken.json["id"].text)
        let jobs = lab.served.jobs
        let work = Task { try await jobs.run() }
        for try await _ in jobs.events(of: .init(id)) {}
        work.cancel()
        let study = try await lab.get("/v1/studies?q=S-77").json["items"][0]
        #expect(study["patient_key"].text == "P-77")
        #expect(study["date"].text == "2024-05-06")
        #expect(study["has_report"] == .flag(true))
    }
}
