import EchoCore
import EchoHTTP
import EchoIndex
import EchoLedger
import EchoPhantom
import EchoService
import EchoTesting
import Foundation
import HTTPTypes
import Hummingbird
import Logging
import NIOCore
import NIOEmbedded

/// A served index of simulated studies that all suites share, and a way to ask it.
struct ServiceLab: Sendable {
    /// What came back.
    struct Answer: Sendable {
        let status: Int
        let headers: HTTPFields
        let data: Data

        var text: String { String(decoding: data, as: UTF8.self) }
        var json: JSON { get throws { try JSON(parsing: data) } }
    }

    let scratch: ScratchFolder
    let served: ServedIndex
    let server: EchoServer
    private let responder: RouterResponder<EchoContext>
    private let logger: Logger

    private static let made = Task { try await ServiceLab(patients: 3) }

    /// The one laboratory, made on first use: three patients with one or two studies of two views.
    static func shared() async throws -> ServiceLab { try await made.value }

    /// A laboratory of its own; with no patients its index is empty.
    init(
        patients: Int, _ settings: [Setting: String] = [:], logger: Logger? = nil, bodies: Int = 1 << 30,
        uploads: UploadLimits = .standard, prepare: (Ledger) async throws -> Void = { _ in }
    ) async throws {
        scratch = try ScratchFolder()
        let usual: [Setting: String] = [
            .index: scratch.path("index"), .models: scratch.path("models"), .prompts: scratch.path("prompts"),
            .frames: "uniform:3", .threads: "2", .port: "0", .requestsPerMinute: "0",
        ]
        let workspace = Workspace(
            settings: Settings(
                flags: usual.merging(settings) { _, given in given }, environment: [:], file: .none))
        if patients > 0 { try await Self.fill(workspace, scratch.path("set"), patients) }
        served = try await ServedIndex.open(workspace, limits: uploads)
        try await prepare(served.ledger)
        self.logger = logger ?? Logger(label: "test") { _ in SwiftLogNoOpLogHandler() }
        server = try await EchoServer(
            served: served, settings: try ServerSettings(workspace.settings), logger: self.logger,
            bodies: BodyMemory(most: bodies))
        responder = server.responder()
    }

    private static func fill(_ workspace: Workspace, _ folder: String, _ patients: Int) async throws {
        let options = PhantomSetOptions(
            patients: patients, studies: 1...2, seed: 11, format: .dicom, size: 224, hasFurniture: false,
            views: [.apicalFourChamber, .parasternalLongAxis])
        _ = try await PhantomSet(options, threads: 2).write(to: folder) { _ in }
        _ = try await workspace.ingest(
            IngestOptions(paths: [folder], manifest: folder + "/manifest.csv", clipsInFlight: 2)
        ) { _ in }
    }

    /// Sends a request straight to the routes.
    func ask(
        _ method: HTTPRequest.Method, _ uri: String, headers: HTTPFields = [:], body: Data? = nil
    ) async throws -> Answer {
        var headers = headers
        if let body { headers[.contentLength] = String(body.count) }
        let request = Request(
            head: HTTPRequest(
                method: method, scheme: "http", authority: "localhost", path: uri, headerFields: headers),
            body: RequestBody(buffer: ByteBuffer(bytes: body ?? Data())))
        var logger = logger
        logger[metadataKey: "hb.request.id"] = "test"
        let context = EchoContext(
            source: ApplicationRequestContextSource(channel: NIOAsyncTestingChannel(), logger: logger))
        let response = try await responder.respond(to: request, context: context)
        let collector = BodyCollector()
        try await response.body.write(collector)
        return Answer(status: response.status.code, headers: response.headers, data: collector.data)
    }

    /// Reads.
    func get(_ uri: String, headers: HTTPFields = [:]) async throws -> Answer {
        try await ask(.get, uri, headers: headers)
    }

    /// Sends a JSON body.
    func post(_ uri: String, _ json: String, headers: HTTPFields = [:]) async throws -> Answer {
        var headers = headers
        headers[.contentType] = "application/json"
        return try await ask(.post, uri, headers: headers, body: Data(json.utf8))
    }

    /// Every study's id, newest first.
    func studies() async throws -> [String] {
        try await get("/v1/studies").json["items"].items.compactMap { $0["study"].text }
    }

    /// The bytes of one of the set's clips.
    func clip() throws -> Data { try Self.clip(of: scratch.path("set"), ending: ".dcm") }

    /// A clip that no header tells anything of.
    func bareClip() async throws -> Data {
        let folder = scratch.path("bare")
        let options = PhantomSetOptions(
            patients: 1, studies: 1...1, seed: 12, format: .avi, size: 224, hasFurniture: false,
            views: [.apicalFourChamber])
        _ = try await PhantomSet(options, threads: 2).write(to: folder) { _ in }
        return try Self.clip(of: folder, ending: ".avi")
    }

    private static func clip(of folder: String, ending: String) throws -> Data {
        let name = try FileManager.default.subpathsOfDirectory(atPath: folder).sorted()
            .first { $0.hasSuffix(ending) }
        return try Data(contentsOf: URL(filePath: folder + "/" + (name ?? "none")))
    }

    /// Sends a form to be taken in.
    func form(_ parts: [(name: String, filename: String?, data: Data)]) async throws -> Answer {
        var body = Data()
        for part in parts {
            let file = part.filename.map { "; filename=\"\($0)\"" } ?? ""
            let head = "--b\r\nContent-Disposition: form-data; name=\"\(part.name)\"\(file)\r\n\r\n"
            body += Data(head.utf8) + part.data + Data("\r\n".utf8)
        }
        return try await ask(
            .post, "/v1/studies", headers: [.contentType: "multipart/form-data; boundary=b"],
            body: body + Data("--b--\r\n".utf8))
    }
}
