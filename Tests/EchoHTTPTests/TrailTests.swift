import EchoCore
import EchoHTTP
import EchoIndex
import EchoLedger
import EchoService
import EchoTesting
import Foundation
import HTTPTypes
import Testing

@Suite("The audit trail of a server") struct TrailTests {
    /// What a request leaves in the trail: the action, and how many studies and clips it names at least.
    struct Look: Sendable {
        let path: String
        var body: String?
        let action: AuditAction
        var studies = 0
        var clips = 0
    }

    static let looks = [
        Look(path: "/v1/studies", action: .list), Look(path: "/v1/studies/STUDY", action: .view, studies: 1),
        Look(path: "/v1/studies/STUDY/clips", action: .view, studies: 1),
        Look(path: "/v1/studies/STUDY/priors", action: .priors, studies: 1),
        Look(path: "/v1/studies/STUDY/findings", action: .view, studies: 1),
        Look(path: "/v1/studies/STUDY/edits", action: .view, studies: 1),
        Look(path: "/v1/studies/STUDY/draft", action: .draft, studies: 1),
        Look(path: "/v1/studies/STUDY/draft?format=fhir", action: .export, studies: 1),
        Look(path: "/v1/studies/STUDY/draft?format=text&export=false", action: .draft, studies: 1),
        Look(path: "/v1/studies/STUDY/draft?format=fhir&export=false", action: .export, studies: 1),
        Look(path: "/v1/studies/STUDY/draft?export=true", action: .export, studies: 1),
        Look(path: "/v1/studies/STUDY/draft", body: "{}", action: .draft, studies: 1),
        Look(path: "/v1/studies/STUDY/draft", body: #"{"format":"text"}"#, action: .export, studies: 1),
        Look(
            path: "/v1/studies/STUDY/draft", body: #"{"format":"text","export":false}"#, action: .draft,
            studies: 1),
        Look(
            path: "/v1/studies/STUDY/draft", body: #"{"format":"json","export":true}"#, action: .export,
            studies: 1),
        Look(path: "/v1/clips/CLIP", action: .view, studies: 1, clips: 1),
        Look(path: "/v1/clips/CLIP/thumbnail", action: .media, studies: 1, clips: 1),
        Look(path: "/v1/clips/CLIP/contact-sheet", action: .media, studies: 1, clips: 1),
        Look(path: "/v1/clips/CLIP/cine", action: .media, studies: 1, clips: 1),
        Look(path: "/v1/reviews?study=STUDY", action: .list, studies: 1),
        Look(path: "/v1/reviews?format=csv", action: .export),
        Look(path: "/v1/search", body: #"{"text":"a pacemaker lead"}"#, action: .search, studies: 1),
        Look(path: "/v1/ask", body: #"{"set":"pacemaker"}"#, action: .ask, studies: 1),
        Look(
            path: "/v1/estimate", body: #"{"quantity":"ef","studies":["STUDY"]}"#, action: .estimate,
            studies: 1),
        Look(
            path: "/v1/reviews", body: #"{"study":"STUDY","prompt_set":"pacemaker","value":"unsure"}"#,
            action: .verdict, studies: 1),
        Look(
            path: "/v1/studies/STUDY/edits", body: #"{"draft":"a","edited":"b"}"#, action: .edit, studies: 1),
    ]

    @Test("has one line of every look and change, with what it was at")
    func notes() async throws {
        let lab = try await ServiceLab(patients: 1)
        let clip = try #require(try await lab.served.index.clips().first)
        let filled = { (text: String) in
            text.replacing("STUDY", with: clip.study.text).replacing("CLIP", with: clip.id.text)
        }
        var known = 0
        for look in Self.looks {
            let answer =
                if let body = look.body { try await lab.post(filled(look.path), filled(body)) } else {
                    try await lab.get(filled(look.path))
                }
            #expect((200...201).contains(answer.status), "\(look.path): \(answer.text)")
            let lines = try await lab.served.ledger.audit(after: known).map(\.record)
            known += lines.count
            #expect(lines.map(\.action) == [look.action], "\(look.path)")
            #expect(lines.first.map { $0.studies.count >= look.studies } == true, "\(look.path)")
            #expect(lines.first.map { $0.clips.count >= look.clips } == true, "\(look.path)")
        }
    }

    @Test("has a line of a film that was fetched without its first byte, and one for all its parts")
    func parts() async throws {
        let lab = try await ServiceLab(patients: 1)
        let clip = try #require(try await lab.served.index.clips().first { $0.frameCount > 1 })
        let film = "/v1/clips/\(clip.id.text)/cine"
        for range in ["bytes=1-", "bytes=100-200", "bytes=5-"] {
            #expect(try await lab.get(film, headers: [.range: range]).status == 206)
        }
        let lines = try await lab.served.ledger.audit().map(\.record)
        #expect(lines.map(\.action) == [.media])
        #expect(lines.first?.clips == [clip.id])
        #expect(try await lab.get(film).status == 200)
        #expect(try await lab.served.ledger.audit().count == 2, "begun anew, it is another look")
    }

    @Test("has a line of each look at a job, and of what was done to it")
    func jobs() async throws {
        let lab = try await ServiceLab(patients: 0)
        let upload = try await lab.served.jobs.beginUpload(by: .local)
        _ = try await upload.beginFile()
        _ = try await upload.endFile()
        let job = try await upload.commit()
        #expect(try await lab.get("/v1/jobs/\(job.id.text)").status == 200)
        _ = try await lab.served.jobs.cancel(job.id)
        #expect(try await lab.get("/v1/jobs/\(job.id.text)/events").status == 200)
        let lines = try await lab.served.ledger.audit().map(\.record)
        #expect(lines.map(\.action) == [.ingest, .view, .cancel, .view])
        #expect(lines.allSatisfy { $0.job == job.id })
    }

    @Test("has a line of each session that begins, and one of the keys that are none, however many are tried")
    func sessions() async throws {
        let lab = try await ServiceLab(patients: 0)
        let key = try await lab.served.ledger.createKey(name: "one", scope: .read, at: Date())
        let good = #"{"key":"\#(key.secret)"}"#
        for _ in 0..<2 { #expect(try await lab.post("/v1/session", good).status == 200) }
        for _ in 0..<3 {
            #expect(try await lab.post("/v1/session", #"{"key":"none"}"#).status == 401)
            #expect(try await lab.get("/v1/studies", headers: [.authorization: "Bearer none"]).status == 401)
        }
        let begun = AuditRecord(.session, by: .key(key.key.id))
        let refused = AuditRecord(.refused, by: .unknown, outcome: .refused, code: "http.badKey")
        #expect(try await lab.served.ledger.audit(after: 1).map(\.record) == [begun, begun, refused])
    }

    @Test("remembers looks for some minutes, and a bounded number of them")
    func remembers() throws {
        let looks = RecentLooks()
        let now = ContinuousClock.now
        let clip = ClipID("cl-1")
        #expect(!looks.isKnown(clip, by: .local, at: now))
        looks.remember(clip, by: .local, at: now)
        #expect(looks.isKnown(clip, by: .local, at: now + .seconds(599)))
        #expect(!looks.isKnown(clip, by: .local, at: now + .seconds(601)))
        #expect(!looks.isKnown(clip, by: .unknown, at: now))
        #expect(!looks.isKnown(ClipID("cl-2"), by: .local, at: now))
        for number in 0..<25_000 { looks.remember(ClipID("cl-x\(number)"), by: .local, at: now) }
        #expect(!looks.isKnown(clip, by: .local, at: now), "it made room for others")
        #expect(looks.isKnown(ClipID("cl-x24999"), by: .local, at: now))
    }
}
