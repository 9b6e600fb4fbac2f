import EchoIndex
import EchoLedger
import EchoReading
import EchoService
import Foundation
import HTTPTypes
import Hummingbird

/// Health, metrics and what runs here.
struct OperationRoutes: Sendable {
    let served: ServedIndex
    let readiness: Readiness
    let metrics: ServiceMetrics
    let limits: ServerLimits

    var routes: [Route] {
        [
            .get("/livez", nil) { _, _ in try Reply.json(HealthReply(status: "alive", checks: [:])) },
            .get("/readyz", nil) { _, _ in try health() },
            .get("/healthz", nil) { _, _ in try health() },
            .get("/metrics", .read) { _, _ in
                Reply.data(
                    Data(await metrics.text().utf8), type: "text/plain; version=0.0.4; charset=utf-8")
            },
            .get("/info", .read) { _, context in try Reply.json(try await info(context.caller)) },
        ]
    }

    private func health() throws -> Response {
        let state = readiness.state
        let checks = state.checks.mapValues { HealthReply.Check(ok: $0 == nil, found: $0) }
        return try Reply.json(
            HealthReply(status: state.isReady ? "ready" : "not ready", checks: checks),
            status: state.isReady ? .ok : .serviceUnavailable)
    }

    private func info(_ caller: Caller) async throws -> InfoReply {
        let stats = try await served.index.stats()
        return InfoReply(
            product: "echoseek", version: Product.version, models: try await ModelReply.all(of: served),
            index: stats.rows, scopes: caller.scopes,
            limits: InfoReply.Limits(
                uploadBytes: limits.uploadBytes, formBytes: limits.formBytes, jsonBytes: JSONBodies.limit,
                batch: EmbeddingsBody.most),
            notices: [Notice.notADiagnosis, Notice.scoresAreRelative])
    }
}

/// Whether the service works.
struct HealthReply: Encodable {
    /// One thing that was looked at.
    struct Check: Encodable {
        let ok: Bool
        let found: String?
    }

    let status: String
    let checks: [String: Check]
}

/// What runs here.
struct InfoReply: Encodable {
    /// What one request may hold.
    struct Limits: Encodable {
        let uploadBytes: Int
        let formBytes: Int
        let jsonBytes: Int
        let batch: Int
    }

    let product: String
    let version: String
    let models: [ModelReply]
    let index: [String: Int]
    let scopes: [KeyScope]
    let limits: Limits
    let notices: [String]
}
