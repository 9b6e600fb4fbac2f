import EchoEncode
import EchoService
import EchoCore
import EchoTesting
import Foundation
import HTTPTypes
import Testing

@Suite("Embeddings over HTTP") struct EmbeddingRouteTests {
    @Test("are the model's own, as numbers and as base64, one an input in order")
    func texts() async throws {
        let lab = try await ServiceLab.shared()
        let space = try #require(try await lab.served.spaces().first)
        let model = try lab.served.workspace.model(for: space)
        let texts = ["the left ventricle is dilated", "a pacemaker lead"]
        let list = texts.map { "\"\($0)\"" }.joined(separator: ",")
        let numbers = try await lab.post("/v1/embeddings", "{\"input\":[\(list)],\"model\":\"phantom\"}").json
        let packed = try await lab.post(
            "/v1/embeddings", "{\"input\":[\(list)],\"encoding_format\":\"base64\",\"user\":\"x\",\"new\":1}"
        ).json
        for (place, text) in texts.enumerated() {
            let own = try model.embed(text: text).embedding.values
            let item = numbers["data"][place]
            #expect(item["index"].number == Double(place))
            #expect(item["embedding"].numbers.map { Float($0) } == own)
            let bytes = try #require(Data(base64Encoded: packed["data"][place]["embedding"].text ?? ""))
            let values = stride(from: 0, to: bytes.count, by: 4).map { start in
                Float(bitPattern: bytes[start..<start + 4].reversed().reduce(0) { $0 << 8 | UInt32($1) })
            }
            #expect(values == own)
        }
        #expect(numbers["usage"]["prompt_tokens"].number ?? 0 > 0)
        #expect(numbers["model_notice"].text?.isEmpty == false)
    }

    @Test("one bad clip does not fail the others, and says why")
    func badClip() async throws {
        let lab = try await ServiceLab.shared()
        let clip = "data:application/dicom;base64,\(try lab.clip().base64EncodedString())"
        let broken = "data:video/mp4;base64,AAAAGGZ0eXBpc29t"
        let answer = try await lab.post(
            "/v1/embeddings", #"{"input":["\#(clip)","\#(broken)","up-none"],"modality":"clip"}"#)
        #expect(answer.status == 200, "\(answer.text.prefix(300))")
        let worked = try #require(HTTPField.Name("X-Inference-Time"))
        #expect(Double(answer.headers[worked] ?? "") ?? 0 > 0)
        let data = try answer.json["data"]
        let values = data[0]["embedding"].numbers
        #expect(abs(values.reduce(0) { $0 + $1 * $1 } - 1) < 1e-4)
        #expect(data[1]["embedding"] == .null)
        #expect(data[1]["error"]["code"].text?.hasPrefix("decode.") == true)
        #expect(data[2]["error"]["code"].text == "http.noUpload")
        #expect(data[2]["error"]["item"].number == 2)
        #expect(try answer.json["usage"]["frames"].number == 3)
    }

    @Test("a text that says nothing fails alone")
    func emptyText() async throws {
        let lab = try await ServiceLab.shared()
        let answer = try await lab.post("/v1/embeddings", #"{"input":["a pacemaker lead","","a valve"]}"#)
        #expect(answer.status == 200, "\(answer.text.prefix(300))")
        let data = try answer.json["data"]
        #expect(data[1]["error"]["code"].text == "http.empty")
        for (place, text) in [(0, "a pacemaker lead"), (2, "a valve")] {
            let alone = try await lab.post("/v1/embeddings", #"{"input":"\#(text)"}"#).json["data"][0]
            #expect(data[place]["embedding"] == alone["embedding"])
            #expect(data[place]["embedding"].items.isEmpty == false)
        }
    }

    @Test("are given whole or not at all where more is asked for than may wait")
    func tooMany() async throws {
        // Its own: others would be refused meanwhile.
        let lab = try await ServiceLab(patients: 0)
        var refused = 0
        for round in 0..<20 where refused == 0 {
            let bodies = (0..<4).map { caller in
                let texts = (0..<256).map { text in
                    "\"\(String(repeating: "severe aortic stenosis ", count: 12)) \(round) \(caller) \(text)\""
                }
                return "{\"input\":[\(texts.joined(separator: ","))]}"
            }
            let answers = try await withThrowingTaskGroup(of: ServiceLab.Answer.self) { group in
                for body in bodies { group.addTask { try await lab.post("/v1/embeddings", body) } }
                return try await group.reduce(into: []) { $0.append($1) }
            }
            for answer in answers where answer.status == 200 {
                let vectors = try answer.json["data"].items
                #expect(vectors.count == 256 && vectors.allSatisfy { !$0["embedding"].numbers.isEmpty })
            }
            for answer in answers where answer.status != 200 {
                #expect(answer.status == 429, "\(answer.text.prefix(200))")
                #expect(answer.headers[.retryAfter] != nil)
                refused += 1
            }
        }
        #expect(refused > 0)
    }

    @Test("of clips are given whole or not at all where one more cannot be kept")
    func noPlace() async throws {
        let lab = try await ServiceLab(patients: 1)
        let bytes = try lab.clip()
        var uploads: [String] = []
        for place in 0..<16 {
            let kept = try await lab.ask(
                .post, "/v1/uploads", headers: [.contentType: "application/dicom"],
                body: place == 0 ? bytes : Data([0]))
            uploads.append(try #require(try kept.json["upload"].text))
        }
        let more = "data:application/dicom;base64,\(bytes.base64EncodedString())"
        let answer = try await lab.post(
            "/v1/embeddings", #"{"input":["\#(uploads[0])","\#(more)"],"modality":"clip"}"#)
        #expect(answer.status == 429, "\(answer.text.prefix(300))")
        #expect(answer.headers[.retryAfter] != nil)
        #expect(try answer.json["error"]["code"].text == "http.uploadsFull")
    }

    @Test("the models are those of the index")
    func models() async throws {
        let lab = try await ServiceLab.shared()
        let models = try await lab.get("/v1/models").json["data"].items
        #expect(models.map { $0["id"].text } == ["phantom"])
        #expect(models[0]["notice"].text?.isEmpty == false)
        #expect(try await lab.get("/v1/models/phantom").json == models[0])
        #expect(try await lab.get("/v1/models/other").json["error"]["code"].text == "http.noModel")
        let info = try await lab.get("/info").json
        #expect(info["models"].items == models)
        #expect(info["index"]["studies"].number == Double(try await lab.studies().count))
    }
}
