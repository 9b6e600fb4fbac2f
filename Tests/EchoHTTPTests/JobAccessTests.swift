import EchoCore
import EchoHTTP
import EchoLedger
import EchoService
import EchoTesting
import Foundation
import HTTPTypes
import Testing

@Suite("Access to a job") struct JobAccessTests {
    let lab: ServiceLab
    private var ledger: Ledger { lab.served.ledger }

    init() async throws { lab = try await ServiceLab(patients: 0) }

    private func key(_ name: String, _ scope: KeyScope) async throws -> HTTPFields {
        let key = try await ledger.createKey(name: name, scope: scope, at: Date())
        return [.authorization: "Bearer \(key.secret)"]
    }

    /// A job of one empty file, which waits, since nothing runs jobs here.
    private func send(by actor: AuditActor) async throws -> Job {
        let upload = try await lab.served.jobs.beginUpload(by: actor)
        _ = try await upload.beginFile()
        _ = try await upload.endFile()
        return try await upload.commit()
    }

    @Test("to end it or to try it again is its sender's and an admin's, and no other key's")
    func owner() async throws {
        let (own, other) = (try await key("own", .write), try await key("other", .write))
        let admin = try await key("admin", .admin)
        var head = own
        head[.contentType] = "application/dicom"
        let sent = try await lab.ask(.post, "/v1/studies", headers: head, body: Data("no clip".utf8))
        #expect(sent.status == 202, "\(sent.text)")
        let id = JobID(try #require(try sent.json["id"].text))
        let path = "/v1/jobs/\(id.text)"
        let refused = [
            try await lab.ask(.delete, path, headers: other),
            try await lab.ask(.post, path + "/retry", headers: other),
        ]
        for answer in refused {
            #expect(answer.status == 403)
            #expect(try answer.json["code"].text == "http.othersJob")
        }
        #expect(try await ledger.job(id).state == .queued)
        let lines = try await ledger.audit().map(\.record).filter { $0.outcome == .refused }
        #expect(lines.map(\.job) == [id, id])
        // A job that waits for its turn cannot be tried again, by nobody.
        for caller in [own, admin] {
            #expect(try await lab.ask(.post, path + "/retry", headers: caller).status == 409)
        }
        #expect(try await lab.ask(.delete, path, headers: own).status == 200)
        let another = try await send(by: .local)
        #expect(try await lab.ask(.delete, "/v1/jobs/\(another.id.text)", headers: own).status == 403)
        #expect(try await lab.ask(.delete, "/v1/jobs/\(another.id.text)", headers: admin).status == 200)
    }

    @Test("is everybody's at this machine where no keys are")
    func noKeys() async throws {
        let job = try await send(by: .key(KeyID("ky-1")))
        #expect(try await lab.ask(.delete, "/v1/jobs/\(job.id.text)").status == 200)
    }

    @Test(
        "ends for an open stream soon after its key is revoked, or its session has ended",
        .timeLimit(.minutes(5)), arguments: [false, true])
    func streamEnds(isSession: Bool) async throws {
        let made = try await ledger.createKey(name: "reader", scope: .read, at: Date())
        var head: HTTPFields = [.authorization: "Bearer \(made.secret)"]
        if isSession {
            let begun = try await lab.post("/v1/session", #"{"key":"\#(made.secret)"}"#)
            let cookie = try #require(begun.headers[.setCookie])
            head = [.cookie: String(try #require(cookie.split(separator: ";").first))]
        }
        let job = try await send(by: .local)
        let (server, sent) = (lab, head)
        let stream = Task { try await server.get("/v1/jobs/\(job.id.text)/events", headers: sent) }
        try await Waiting.until {
            try await ledger.audit().contains { $0.record.action == .view }
        }
        if isSession {
            #expect(try await lab.ask(.delete, "/v1/session", headers: sent).status == 204)
        } else {
            _ = try await ledger.revokeKey("reader", at: Date())
        }
        let answer = try await stream.value
        #expect(answer.status == 200)
        #expect(answer.text.contains("event: queued"))
        #expect(try await ledger.job(job.id).state == .queued, "it is not the job that ended")
    }
}
