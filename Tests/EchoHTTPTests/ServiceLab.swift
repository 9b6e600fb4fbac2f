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
import HummingbirdTesting
import Logging
import NIOCore

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

    private static let made = Task { try await ServiceLab(patients: 3) }

    /// The one laboratory, made on first use: three patients with one or two studies of two views.
    static func shared() async throws -> ServiceLab { try await made.value }

    /// A laboratory of its own; with no patients its index is empty.
    init(
        patients: Int, _ settings: [Setting: String] = [:], logger: Logger? = nil,
        prepare: (Ledger) async throws -> Void = { _ in }
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
        served = try await ServedIndex.open(workspace)
        try await prepare(served.ledger)
        server = try await EchoServer(
            served: served, settings: try ServerSettings(workspace.settings),
            logger: logger ?? Logger(label: "test") { _ in SwiftLogNoOpLogHandler() })
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
        try await server.application().test(.router) { client in
            try await client.execute(
                uri: uri, method: method, headers: headers, body: body.map { ByteBuffer(bytes: $0) }
            ) { response in
                Answer(
                    status: response.status.code, headers: response.headers,
                    data: Data(response.body.readableBytesView))
            }
        }
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
    func clip() throws -> Data {
        let folder = scratch.path("set")
        let name = try FileManager.default.subpathsOfDirectory(atPath: folder).sorted()
            .first { $0.hasSuffix(".dcm") }
        return try Data(contentsOf: URL(filePath: folder + "/" + (name ?? "none")))
    }
}
