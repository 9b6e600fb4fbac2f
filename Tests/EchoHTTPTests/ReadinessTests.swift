import EchoHTTP
import EchoIndex
import EchoService
import EchoTesting
import Foundation
import FoundationNetworking
import HTTPTypes
import Logging
import Synchronization
import Testing

@Suite("Readiness") struct ReadinessTests {
    /// What the encoder does when it is looked at.
    enum Encoder: CaseIterable { case works, fails, hangs }

    @Test("turns within five seconds of an encoder that fails or hangs", arguments: [Encoder.fails, .hangs])
    func turns(later: Encoder) async throws {
        let shared = SharedEncoder()
        let readiness = Readiness(logger: Logger(label: "test") { _ in SwiftLogNoOpLogHandler() }) {
            switch shared.state {
            case .works: return ["encoder": nil]
            case .fails: return ["encoder": "encode.weights"]
            case .hangs:
                try? await Task.sleep(for: .seconds(60))
                return ["encoder": nil]
            }
        }
        let work = Task { try await readiness.run() }
        for _ in 0..<500 where !readiness.state.isReady { try await Task.sleep(for: .milliseconds(20)) }
        #expect(readiness.state.isReady)
        shared.turn(later)
        try await Task.sleep(for: .seconds(5))
        #expect(!readiness.state.isReady)
        #expect(readiness.state.checks["encoder"] != .some(nil))
        work.cancel()
    }

    @Test(
        "a model whose weights go bad under a running service: 503 within five seconds, then no vector at all"
    )
    func badWeights() async throws {
        let folder = try ScratchFolder()
        let models = folder.path("models")
        try FileManager.default.createDirectory(atPath: models, withIntermediateDirectories: true)
        try FileManager.default.copyItem(
            atPath: Fixtures.root.appending(path: "Models/phantom").path, toPath: models + "/phantom")
        try? FileManager.default.removeItem(atPath: models + "/phantom/packed")
        let lab = try await ServiceLab(patients: 1, [.models: models])
        let clips = try await lab.served.index.clips().count
        let runs = try await lab.served.index.runs().count
        try await LiveServer.run(lab.server) { base, _ in
            let url = try #require(URL(string: base + "/readyz"))
            func status() async throws -> Int? {
                (try await URLSession.shared.data(from: url).1 as? HTTPURLResponse)?.statusCode
            }
            try await Waiting.until { try await status() == 200 }
            try Self.wipe(packsIn: models + "/phantom/packed")
            let begun = ContinuousClock.now
            try await Waiting.until { try await status() == 503 }
            let taken = ContinuousClock.now - begun
            if TimedRun.isAlone { #expect(taken < .seconds(5), "\(taken)") }
            // On a busy machine it may have been the look's age.
            try await Waiting.until {
                try await lab.get("/readyz").json["checks"]["encoder"]["found"].text?.contains(".") == true
            }
            let text = try await lab.post("/v1/embeddings", #"{"input":"never asked before"}"#)
            #expect(text.status == 424, "\(text.text)")
            let clip = "data:application/dicom;base64,\(try lab.clip().base64EncodedString())"
            let shown = try await lab.post("/v1/embeddings", #"{"input":"\#(clip)","modality":"clip"}"#)
            #expect(shown.status == 424, "\(shown.text.prefix(300))")
            // What is sent is kept, and its job says what it waits for.
            let sent = try await lab.form([("file", "a.avi", try await lab.bareClip())])
            let job = try #require(try sent.json["id"].text)
            try await Waiting.until {
                try await lab.get("/v1/jobs/\(job)").json["code"].text == "serving.unsound"
            }
            #expect(try await lab.get("/v1/jobs/\(job)").json["state"].text == "running")
        }
        #expect(try await lab.served.index.clips().count == clips)
        #expect(try await lab.served.index.runs().count == runs, "it waits before it begins a run")
    }

    @Test("less room on the disk than an ingest needs: not ready, and nothing that is sent is kept")
    func littleRoom() async throws {
        var limits = UploadLimits.standard
        limits.freeBytes = 1 << 60
        let lab = try await ServiceLab(patients: 0, uploads: limits)
        try await LiveServer.run(lab.server) { _, _ in
            try await Waiting.until {
                try await lab.get("/readyz").json["checks"]["disk"]["found"].text == "jobs.noSpace"
            }
            #expect(try await lab.get("/readyz").status == 503)
        }
        let clip = try await lab.bareClip()
        let kept = try await lab.ask(
            .post, "/v1/uploads", headers: [.contentType: "video/x-msvideo"], body: clip)
        let sent = try await lab.form([("file", "a.avi", clip)])
        for refused in [kept, sent] {
            #expect(refused.status == 503, "\(refused.text)")
            #expect(try refused.json["code"].text == "jobs.noSpace")
        }
    }

    /// Writes zeros over every number of the packed weights, in the files that a running service has mapped.
    ///
    /// Needs packs, which a machine without vector instructions has none of.
    private static func wipe(packsIn folder: String) throws {
        let packs = try FileManager.default.contentsOfDirectory(atPath: folder).filter {
            $0.hasSuffix(".safetensors")
        }
        #expect(packs.count == 2, "\(packs)")
        for pack in packs {
            let file = try FileHandle(forUpdating: URL(filePath: folder + "/" + pack))
            let length = try #require(try file.read(upToCount: 8))
            let data = 8 + length.reversed().reduce(0) { $0 << 8 | UInt64($1) }
            let end = try file.seekToEnd()
            try file.seek(toOffset: data)
            try file.write(contentsOf: Data(count: Int(end - data)))
            try file.close()
        }
    }
}

/// An encoder's state that a test turns.
final class SharedEncoder: Sendable {
    private let now = Mutex(ReadinessTests.Encoder.works)

    var state: ReadinessTests.Encoder { now.withLock { $0 } }

    func turn(_ later: ReadinessTests.Encoder) { now.withLock { $0 = later } }
}
