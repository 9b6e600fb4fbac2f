import EchoCore
import EchoIndex
import EchoService
import EchoTesting
import Foundation
import HTTPTypes
import Testing

@Suite("Refusals") struct StatusTests {
    struct Case: Sendable, CustomTestStringConvertible {
        let method: HTTPRequest.Method
        let uri: String
        var type: String?
        var body = ""
        let status: Int
        let code: String

        var testDescription: String { "\(method) \(uri) → \(status) \(code)" }
    }

    private static func post(_ uri: String, _ body: String, _ status: Int, _ code: String) -> Case {
        Case(method: .post, uri: uri, type: "application/json", body: body, status: status, code: code)
    }

    private static func get(_ uri: String, _ status: Int, _ code: String) -> Case {
        Case(method: .get, uri: uri, status: status, code: code)
    }

    static let cases: [Case] = [
        get("/nothing", 404, "http.noRoute"),
        get("/v1/studies?limit=0", 422, "http.parameter"),
        get("/v1/studies?limit=many", 422, "http.parameter"),
        get("/v1/studies?date_from=2020-02-31", 422, "http.parameter"),
        get("/v1/studies?kind=gray", 422, "http.parameter"),
        get("/v1/studies?state=well", 422, "http.parameter"),
        get("/v1/studies?q=%ff", 422, "http.parameter"),
        get("/v1/studies/st-0000000000000000", 404, "index.notFound"),
        get("/v1/studies/st-0000000000000000/clips", 404, "index.notFound"),
        get("/v1/studies/st-0000000000000000/findings", 404, "index.notFound"),
        get("/v1/studies/st-0000000000000000/priors", 404, "index.notFound"),
        get("/v1/studies/st-0000000000000000/draft", 404, "index.notFound"),
        get("/v1/studies/st-0000000000000000/draft?format=pdf", 422, "http.parameter"),
        get("/v1/studies/st-0000000000000000/draft?export=maybe", 422, "http.parameter"),
        get("/v1/clips/cl-0000000000000000", 404, "index.notFound"),
        get("/v1/clips/cl-0000000000000000/cine", 404, "index.notFound"),
        get("/v1/clips/%2Fetc%2Fpasswd", 404, "index.notFound"),
        get("/v1/prompts/wings", 404, "service.noPromptSet"),
        get("/v1/prompts/..%2Fpasswd", 404, "http.noSet"),
        get("/v1/jobs/jb-0000000000000000", 404, "ledger.notFound"),
        get("/v1/jobs?state=lost", 422, "http.parameter"),
        get("/v1/reviews?study=none", 404, "index.notFound"),
        get("/page/none.js", 404, "http.noRoute"),
        Case(method: .put, uri: "/v1/studies", status: 405, code: "http.wrongMethod"),
        Case(method: .delete, uri: "/v1/search", status: 405, code: "http.wrongMethod"),
        Case(
            method: .post, uri: "/v1/search", type: "text/plain", body: "{}", status: 415,
            code: "http.mediaType"),
        Case(
            method: .post, uri: "/v1/studies", type: "image/png", body: "x", status: 415,
            code: "http.mediaType"),
        post("/v1/search", "", 400, "http.body"), post("/v1/search", "[]", 400, "http.body"),
        post("/v1/search", "{", 400, "http.body"), post("/v1/search", "{}", 400, "http.body"),
        post("/v1/search", #"{"text":"a","study":"b"}"#, 400, "http.body"),
        post("/v1/search", #"{"text":"a","colour":"b"}"#, 400, "http.body"),
        post("/v1/search", #"{"text":"a","filter":{"colour":"b"}}"#, 400, "http.body"),
        post("/v1/search", #"{"text":7}"#, 422, "http.field"),
        post("/v1/search", #"{"text":""}"#, 400, "http.empty"),
        post("/v1/search", #"{"text":"a","limit":0}"#, 422, "http.field"),
        post("/v1/search", #"{"text":"a","level":"frame"}"#, 422, "http.field"),
        post("/v1/search", #"{"text":"a","filter":{"date_from":"1.1.2020"}}"#, 422, "http.field"),
        post("/v1/search", #"{"study":"none"}"#, 404, "index.notFound"),
        post("/v1/search", #"{"study":"/etc/passwd"}"#, 404, "index.notFound"),
        post("/v1/search", #"{"clip":"/etc/passwd"}"#, 404, "index.notFound"),
        post("/v1/search", #"{"upload":"up-1"}"#, 404, "http.noUpload"),
        post("/v1/search", #"{"data":"data:text/plain,a"}"#, 422, "http.field"),
        post("/v1/search", #"{"data":"data:application/dicom;base64,AAAA"}"#, 422, "decode.notAClip"),
        post("/v1/ask", #"{"set":"wings"}"#, 404, "service.noPromptSet"),
        post("/v1/ask", #"{"set":"/etc/passwd.yaml"}"#, 404, "http.noSet"),
        post("/v1/ask", "{}", 422, "http.field"),
        post("/v1/estimate", #"{"quantity":"ef","studies":[]}"#, 422, "http.field"),
        post("/v1/estimate", #"{"quantity":"ef","studies":["a"],"formula":"own"}"#, 422, "http.field"),
        post(
            "/v1/estimate", #"{"quantity":"wings","studies":["a"],"formula":"motion"}"#, 404,
            "service.noReadout"),
        post("/v1/compare", #"{"first":"none","second":"nobody"}"#, 404, "service.noSuchStudy"),
        post(
            "/v1/reviews", #"{"study":"none","prompt_set":"ef","value":"confirmed"}"#, 404, "index.notFound"),
        post("/v1/reviews", #"{"study":"none","prompt_set":"ef","value":"yes"}"#, 422, "http.field"),
        post("/v1/session", #"{"key":"none"}"#, 401, "http.badKey"),
    ]

    @Test("have their status, their code, a reason and a remedy", arguments: cases)
    func haveTheirStatus(refusal: Case) async throws {
        let lab = try await ServiceLab.shared()
        var headers: HTTPFields = [:]
        headers[.contentType] = refusal.type
        let answer = try await lab.ask(
            refusal.method, refusal.uri, headers: headers,
            body: refusal.type == nil ? nil : Data(refusal.body.utf8))
        let json = try answer.json
        #expect(answer.status == refusal.status, "\(answer.text)")
        #expect(json["code"].text == refusal.code)
        #expect(json.keys == ["code", "reason", "remedy"])
        #expect(json["reason"].text?.isEmpty == false)
    }

    @Test("say that another file lies where a clip's was, which is no fault of the service")
    func changedOriginal() async throws {
        let lab = try await ServiceLab(patients: 1)
        let clip = try #require(try await lab.served.index.clips().first)
        try Data("another".utf8).write(to: URL(filePath: clip.path))
        let answer = try await lab.get("/v1/clips/\(clip.id.text)/thumbnail?picture=whole")
        #expect(answer.status == 409, "\(answer.text)")
        #expect(try answer.json["code"].text == "media.changedOriginal")
    }

    @Test("have OpenAI's shape where its clients call")
    func openAIShape() async throws {
        let lab = try await ServiceLab.shared()
        for (body, status, code) in [
            (#"{"input":[]}"#, 400, "http.empty"), (#"{"input":""}"#, 400, "http.empty"),
            (#"{"input":[1,2]}"#, 422, "http.field"),
            (#"{"input":"a","dimensions":7}"#, 422, "http.dimensions"),
            (#"{"input":"a","model":"other"}"#, 404, "http.noModel"),
            (#"{"input":"none","modality":"clip"}"#, 404, "http.noUpload"),
        ] {
            let answer = try await lab.post("/v1/embeddings", body)
            let error = try answer.json["error"]
            #expect(answer.status == status, "\(answer.text)")
            #expect(error["code"].text == code)
            #expect(error["message"].text?.isEmpty == false)
            #expect(error["type"].text == (status == 404 ? "not_found_error" : "invalid_request_error"))
        }
    }

    @Test("a body larger than its bound is not read")
    func tooLarge() async throws {
        let lab = try await ServiceLab.shared()
        let answer = try await lab.post("/v1/ask", String(repeating: " ", count: (4 << 20) + 1))
        #expect(answer.status == 413)
        #expect(try answer.json["code"].text == "http.tooLarge")
    }
}
