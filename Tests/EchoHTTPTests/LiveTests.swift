import EchoCore
import ServiceLifecycle
import EchoHTTP
import EchoIndex
import EchoLedger
import EchoService
import EchoTesting
import Foundation
import FoundationNetworking
import HTTPTypes
import Testing

@Suite("A live server", .serialized) struct LiveTests {
    @Test("serves OpenAI's own Python client")
    func openAIClient() async throws {
        let lab = try await ServiceLab.shared()
        let clip = try lab.scratch.write(try lab.clip(), to: "one.dcm")
        let run = try await LiveServer.run(lab.server) { base, _ in
            try await Peer(Peer.python, [Peer.script("openai_client.py"), base, clip])
        }
        #expect(run.status == 0, "\(run.output)")
        #expect(run.output.hasPrefix("ok"))
    }

    @Test("answers as its description says, whatever is sent")
    func fuzzed() async throws {
        let lab = try await ServiceLab(patients: 1)
        let environment = ProcessInfo.processInfo.environment
        let examples = environment["ECHO_FUZZ_EXAMPLES"] ?? "2"
        let cases = environment["ECHO_FUZZ_CASES"] ?? "800"
        let run = try await LiveServer.run(lab.server) { base, _ in
            try await Peer(Peer.python, [Peer.script("fuzz.py"), base, examples, "7", cases])
        }
        #expect(run.status == 0, "\(run.output.suffix(6_000))")
    }

    @Test("turns ready once it has embedded, and says what does not work")
    func ready() async throws {
        let lab = try await ServiceLab.shared()
        try await LiveServer.run(lab.server) { base, _ in
            let url = try #require(URL(string: base + "/readyz"))
            var status = 0
            for _ in 0..<100 where status != 200 {
                let (_, response) = try await URLSession.shared.data(from: url)
                status = (response as? HTTPURLResponse)?.statusCode ?? 0
                try await Task.sleep(for: .milliseconds(100))
            }
            #expect(status == 200)
        }
    }

    @Test("logs and counts without a word of the patients or of what was asked")
    func privacy() async throws {
        let recorder = LogRecorder()
        let lab = try await ServiceLab(patients: 1, logger: recorder.logger)
        let detail = try await lab.get("/v1/studies").json["items"][0]
        let study = try #require(detail["study"].text)
        let canaries = ["CANARY^NAME", "canary-q", "canary-path", "canary-text", "canary-note"]
        _ = try await lab.get("/v1/studies?q=canary-q&patient=CANARY%5ENAME")
        _ = try await lab.get("/v1/studies/canary-path")
        _ = try await lab.get("/v1/canary-path")
        _ = try await lab.post("/v1/search", #"{"text":"canary-text CANARY^NAME"}"#)
        _ = try await lab.post("/v1/embeddings", #"{"input":"canary-text"}"#)
        _ = try await lab.post(
            "/v1/reviews",
            #"{"study":"\#(study)","prompt_set":"canary-q","value":"unsure","note":"canary-note"}"#)
        for path in ["", "/clips", "/priors", "/findings", "/draft"] {
            _ = try await lab.get("/v1/studies/\(study)\(path)")
        }
        let metrics = try await lab.get("/metrics").text
        let known = ["study_key", "patient_key", "accession_number", "site"].compactMap { detail[$0].text }
        #expect(!known.isEmpty)
        for word in canaries + known + [lab.scratch.url.path] {
            #expect(!recorder.text.contains(word), "the log has a word that it must not have")
            #expect(!metrics.contains(word), "the metrics have a word that they must not have")
        }
        #expect(recorder.text.contains("/v1/studies/{study}/draft"))
    }

    @Test("speaks TLS, and HTTP/2 where the client does; the cookie goes by TLS alone, a handshake ends soon")
    func secure() async throws {
        let folder = try ScratchFolder()
        let (certificate, key) = (folder.path("c.pem"), folder.path("k.pem"))
        let made = try await Peer(
            "/usr/bin/openssl",
            [
                "req", "-x509", "-newkey", "rsa:2048", "-nodes", "-keyout", key, "-out", certificate, "-days",
                "1",
                "-subj", "/CN=localhost",
            ])
        #expect(made.status == 0, "\(made.output)")
        let lab = try await ServiceLab(patients: 0, [.tlsCertificate: certificate, .tlsKey: key])
        let secret = try await lab.served.ledger.createKey(name: "one", scope: .read, at: Date()).secret
        let (run, idle) = try await LiveServer.run(lab.server) { base, _ in
            let secure = base.replacing("http:", with: "https:")
            let port = try #require(base.split(separator: ":").last.map(String.init))
            async let idle = Peer(Peer.python, [Peer.script("idle.py"), "127.0.0.1", port])
            let run = try await Peer(
                "/usr/bin/curl",
                [
                    "-s", "--cacert", certificate, "--resolve",
                    "localhost:\(base.split(separator: ":")[2]):127.0.0.1",
                    "-D", "-", "-w", "version %{http_version}", "-H", "Content-Type: application/json", "-d",
                    #"{"key":"\#(secret)"}"#,
                    secure.replacing("127.0.0.1", with: "localhost") + "/v1/session",
                ])
            return (run, try await idle)
        }
        #expect(idle.status == 0, "\(idle.output)")
        for word in ["version 2", "; Secure", "HttpOnly", "strict-transport-security", "\"read\""] {
            #expect(run.output.contains(word), "\(word) is missing")
        }
    }

    @Test("lets go of clients that are slow or send too much")
    func slowClients() async throws {
        let lab = try await ServiceLab(patients: 1)
        let clip = try #require(try await lab.served.index.clips().first { $0.frameCount > 1 })
        let film = "/v1/clips/\(clip.id.text)/cine?picture=whole"
        let name = try #require(try await lab.get(film).headers[.eTag]).trimmingCharacters(in: ["\""])
        // As large as no buffer is, and no bytes on the disk.
        try FileHandle(forWritingTo: URL(filePath: lab.served.folder.media + "/" + name))
            .truncate(atOffset: 1 << 29)
        let run = try await LiveServer.run(lab.server) { base, _ in
            let port = try #require(base.split(separator: ":").last.map(String.init))
            return try await Peer(Peer.python, [Peer.script("slow.py"), "127.0.0.1", port, film])
        }
        #expect(run.status == 0, "\(run.output)")
    }

    @Test("answers a head that is no HTTP or too long in JSON, also after good requests")
    func malformed() async throws {
        let lab = try await ServiceLab(patients: 0)
        let run = try await LiveServer.run(lab.server) { base, _ in
            let port = try #require(base.split(separator: ":").last.map(String.init))
            return try await Peer(Peer.python, [Peer.script("malformed.py"), "127.0.0.1", port])
        }
        #expect(run.status == 0, "\(run.output)")
    }

    @Test("holds as many connections as it may; the others wait until one ends")
    func crowded() async throws {
        let lab = try await ServiceLab(patients: 0, [.connections: "4"])
        let run = try await LiveServer.run(lab.server) { base, _ in
            let port = try #require(base.split(separator: ":").last.map(String.init))
            return try await Peer(Peer.python, [Peer.script("crowded.py"), "127.0.0.1", port, "4"])
        }
        #expect(run.status == 0, "\(run.output)")
    }

    @Test("what was accepted before the end is answered, and readiness says meanwhile that the service ends")
    func drain() async throws {
        let lab = try await ServiceLab(patients: 1)
        let space = try #require(try await lab.served.spaces().first)
        let queue = try lab.served.workspace.encoderQueue(for: space)
        let kept = try await lab.ask(
            .post, "/v1/uploads", headers: [.contentType: "application/dicom"], body: try lab.clip())
        let id = try #require(try kept.json["upload"].text)
        let count = 12
        let clips = Array(repeating: "\"\(id)\"", count: count).joined(separator: ",")
        let body = #"{"input":[\#(clips)],"modality":"clip"}"#
        let status = try await LiveServer.run(lab.server) { base, group in
            var request = URLRequest(url: try #require(URL(string: base + "/v1/embeddings")))
            request.httpMethod = "POST"
            request.httpBody = Data(body.utf8)
            request.setValue("application/json", forHTTPHeaderField: "Content-Type")
            async let answer = URLSession.shared.data(for: request)
            try await Waiting.until { await queue.counters().running > 0 }
            await group.triggerGracefulShutdown()
            try await Waiting.until {
                try await lab.get("/readyz").json["checks"]["service"]["found"].text == "http.ending"
            }
            #expect(await queue.counters().clips < count, "there is nothing left to drain")
            return (try await answer.1 as? HTTPURLResponse)?.statusCode
        }
        #expect(status == 200)
    }

    @Test("draws what was taken in before anybody opens it")
    func drawsAhead() async throws {
        let lab = try await ServiceLab(patients: 0)
        let clip = try await lab.bareClip()
        try await LiveServer.run(lab.server) { _, _ in
            #expect(try await lab.form([("file", "one.avi", clip)]).status == 202)
            for _ in 0..<600 where await lab.served.media.counters().renders < 2 {
                try await Task.sleep(for: .milliseconds(100))
            }
            let found = try await lab.served.index.clips()
            #expect(found.count == 1)
            for clip in found {
                _ = try await lab.get("/v1/clips/\(clip.id.text)/thumbnail?picture=whole")
                _ = try await lab.get("/v1/clips/\(clip.id.text)/cine?picture=whole")
            }
            let counters = await lab.served.media.counters()
            #expect(counters.renders == 2 && counters.hits == 2 && counters.failed == 0)
        }
    }
}
