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

    @Test("show their clips, and clips their frames")
    func detail() async throws {
        let lab = try await ServiceLab.shared()
        for study in try await lab.studies() {
            let detail = try await lab.get("/v1/studies/\(study)").json
            let clips = try await lab.get("/v1/studies/\(study)/clips").json
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
}
