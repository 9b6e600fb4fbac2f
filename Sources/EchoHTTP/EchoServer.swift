import EchoCore
public import EchoService
package import EchoLedger
import Foundation
package import Hummingbird
import HummingbirdCore
import HummingbirdHTTP2
import HummingbirdTLS
public import Logging
import NIOCore
import NIOSSL
package import ServiceLifecycle
package import UnixSignals

/// The HTTP service over one index.
public struct EchoServer: Sendable {
    /// What is served.
    public let served: ServedIndex
    /// Where, and within which bounds.
    public let settings: ServerSettings
    private let table: RouteTable
    private let readiness: Readiness
    private let answering: AnswerMiddleware
    private let calling: CallerMiddleware
    private let logger: Logger

    /// Puts the service together, and refuses what must not be served.
    ///
    /// - Throws: ``HTTPFailure/unprotected(missing:)`` for an address that others reach without TLS or without a
    ///   key; `LedgerError`; `POSIXError`.
    public init(served: ServedIndex, settings: ServerSettings, logger: Logger) async throws {
        try await self.init(
            served: served, settings: settings, logger: logger, bodies: BodyMemory(most: BodyMemory.usual))
    }

    /// - Parameter bodies: what all requests' bodies share.
    package init(
        served: ServedIndex, settings: ServerSettings, logger: Logger, bodies: BodyMemory
    ) async throws {
        if !settings.isPrivate {
            guard settings.isLoopback || settings.tls != nil else {
                throw HTTPFailure.unprotected(missing: "certificate")
            }
            guard try await served.ledger.keys().contains(where: { $0.revoked == nil }) else {
                throw HTTPFailure.unprotected(missing: "key")
            }
        }
        self.served = served
        self.settings = settings
        self.logger = logger
        let gate = Gate(ledger: served.ledger, isPrivate: settings.isPrivate)
        let requests = RequestMetrics(backend: PrometheusMetrics())
        let checks = Checks(served: served)
        readiness = Readiness(logger: logger) { await checks.run() }
        calling = CallerMiddleware(
            gate: gate,
            rates: RequestRates(
                perMinute: settings.requestsPerMinute, burst: max(20, settings.requestsPerMinute / 60)),
            isBehindProxy: settings.isBehindProxy, bodies: bodies)
        let store = try UploadStore(
            folder: URL(filePath: served.folder.path).appending(path: "kept"))
        table = Self.table(
            served, gate: gate, isTLS: settings.isSecure, store: store,
            limits: ServerLimits(uploadBytes: settings.uploadBytes), readiness: readiness,
            metrics: ServiceMetrics(requests: requests, served: served, readiness: readiness))
        answering = AnswerMiddleware(
            metrics: requests, isTLS: settings.isSecure, methods: { [table] in table.methods(at: $0) })
    }

    /// Every operation in the words of `openapi.json`: method, path, and the scope that it needs.
    package var operations: [(method: String, path: String, scope: KeyScope?)] {
        table.routes.map { ($0.method.rawValue, $0.path, $0.scope) }
    }

    private static func table(
        _ served: ServedIndex, gate: Gate, isTLS: Bool, store: UploadStore, limits: ServerLimits,
        readiness: Readiness, metrics: ServiceMetrics
    ) -> RouteTable {
        let trail = Trail(ledger: served.ledger)
        let clips = SentClips(store: store, freeBytes: served.limits.freeBytes)
        // Those whose questions are being answered: a second's work or less on a small machine.
        let crowd = Crowd(most: 128)
        return RouteTable(
            routes: PageRoutes().routes
                + OperationRoutes(served: served, readiness: readiness, metrics: metrics, limits: limits)
                .routes
                + SessionRoutes(gate: gate, isTLS: isTLS, trail: trail).routes
                + EmbeddingRoutes(served: served, clips: clips, trail: trail, limits: limits).routes
                + StudyRoutes(served: served, trail: trail).routes
                + IntakeRoutes(served: served, limits: limits).routes
                + ClipRoutes(served: served, trail: trail).routes
                + ReadingRoutes(served: served, trail: trail, clips: clips, crowd: crowd).routes
                + DraftRoutes(served: served, trail: trail, crowd: crowd).routes
                + ReviewRoutes(served: served, trail: trail).routes
                + JobRoutes(served: served, trail: trail, gate: gate).routes, trail: trail)
    }

    /// What answers requests, without a network.
    package func responder() -> RouterResponder<EchoContext> {
        table.router(answering: answering, calling: calling).buildResponder()
    }

    /// The web application, to be run by ``run(onListening:)`` or by a test.
    ///
    /// - Throws: ``HTTPFailure/certificate``.
    package func application(
        onListening: @escaping @Sendable (Int) async -> Void = { _ in }
    ) throws -> some ApplicationProtocol {
        Application(
            responder: responder(), server: try channel(),
            configuration: ApplicationConfiguration(
                address: .hostname(settings.host, port: settings.port),
                availableConnectionsDelegate: .maximum(settings.connections, logger: logger)),
            onServerRunning: { await onListening($0.localAddress?.port ?? 0) }, logger: logger)
    }

    private func channel() throws -> HTTPServerBuilder {
        let (field, all, fields) = (16 << 10, 32 << 10, 100)
        let stream = HTTP1Channel.Configuration(
            additionalChannelHandlers: [
                StalledReaderHandler(patience: .seconds(60)),
                MalformedRequestHandler(.head(field: field, all: all, fields: fields)), LivenessHandler(),
            ], idleTimeout: .seconds(30),
            httpDecoderConfiguration: HTTP1Channel.Configuration.DecoderConfiguration(
                maxHeaderFieldSize: field, maxHeaderListSize: all, maxHeaderFieldCount: fields))
        guard let tls = settings.tls else { return .http1(configuration: stream) }
        do {
            let chain = try NIOSSLCertificate.fromPEMFile(tls.certificate)
                .map { NIOSSLCertificateSource.certificate($0) }
            let key = try NIOSSLPrivateKey(file: tls.key, format: .pem)
            var configuration = TLSConfiguration.makeServerConfiguration(
                certificateChain: chain, privateKey: .privateKey(key))
            configuration.minimumTLSVersion = .tlsv12
            // Whether the two belong together shows here, before anything listens.
            _ = try NIOSSLContext(configuration: configuration)
            let secure = configuration
            return HTTPServerBuilder { responder in
                TimelyTLSChannel(
                    base: try HTTP2UpgradeChannel(
                        tlsConfiguration: secure,
                        configuration: HTTP2UpgradeChannel.Configuration(
                            idleTimeout: .seconds(60), gracefulCloseTimeout: .seconds(20),
                            streamConfiguration: stream), responder: responder))
            }
        } catch { throw HTTPFailure.certificate }
    }

    /// Serves until SIGTERM or SIGINT; what was accepted by then is answered, and jobs go on at the next start.
    ///
    /// - Parameter onListening: told the port once requests are taken.
    /// - Throws: ``HTTPFailure/certificate``, ``HTTPFailure/address(port:)``.
    public func run(onListening: @escaping @Sendable (Int) async -> Void) async throws {
        let group = try group(signals: [.sigterm, .sigint], onListening: onListening)
        do { try await group.run() } catch let error as IOError {
            logger.error("not listening", metadata: ["errno": .stringConvertible(error.errnoCode)])
            throw HTTPFailure.address(port: settings.port)
        }
    }

    /// Everything that runs while the service does; it ends from the last to the first: readiness says so, then the
    /// listener goes, then the rest.
    package func group(
        signals: [UnixSignal], onListening: @escaping @Sendable (Int) async -> Void
    ) throws -> ServiceGroup {
        let jobs = CancelledService { try await served.jobs.run() }
        let findings = CancelledService {
            await served.findings.run { study, report in
                logger.warning(
                    "study not scored",
                    metadata: ["study": .string(study.text), "code": .string(report.code)])
            }
        }
        let media = CancelledService { await served.media.runAhead() }
        var configuration = ServiceGroupConfiguration(
            services: [
                jobs, findings, media, readiness, try application(onListening: onListening),
                DrainNotice(readiness: readiness),
            ], gracefulShutdownSignals: signals, logger: logger)
        configuration.maximumGracefulShutdownDuration = .seconds(60)
        return ServiceGroup(configuration: configuration)
    }
}

/// Work that goes on until it is cancelled, as a service that ends gracefully.
struct CancelledService: Service {
    let work: @Sendable () async throws -> Void

    func run() async throws {
        try await cancelWhenGracefulShutdown { try await work() }
    }
}
