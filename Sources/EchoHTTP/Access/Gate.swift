import EchoLedger
import Foundation
import HTTPTypes
import Hummingbird
import Synchronization

/// Decides who a caller is: by key, by session, or by sitting at this machine.
final class Gate: Sendable {
    /// What is known of the keys for a moment.
    private struct Known {
        var keys: [KeyID: APIKey] = [:]
        var until = Date.distantPast
    }

    /// The cookie that holds a session's token.
    static let cookie = "echoseek_session"
    /// How long the list of keys is taken as it was, so that a revoked one is refused soon.
    static let listLifetime = 1.0

    let sessions = SessionStore()
    private let ledger: Ledger
    private let isLoopback: Bool
    private let known = Mutex(Known())

    /// - Parameter isLoopback: whether only this machine reaches the server.
    init(ledger: Ledger, isLoopback: Bool) {
        self.ledger = ledger
        self.isLoopback = isLoopback
    }

    /// Whether callers need a key: always where others reach the server, else once there is one.
    func needsKey(at now: Date) async throws -> Bool {
        if !isLoopback { return true }
        return try await !liveKeys(at: now).isEmpty
    }

    /// Who sent a request.
    ///
    /// - Throws: ``HTTPFailure/badKey`` for a key that is none; `LedgerError`.
    func caller(of request: Request, at now: Date) async throws -> Caller {
        if let header = request.headers[.authorization] {
            guard let secret = Self.bearer(header) else { throw HTTPFailure.badKey }
            return try await caller(of: secret, at: now)
        }
        if let token = request.cookies[Self.cookie]?.value, let id = sessions.key(of: token, at: now),
            let key = try await liveKeys(at: now)[id]
        {
            return Caller(key)
        }
        return try await needsKey(at: now) ? .unknown : .local
    }

    /// Whose a key is.
    ///
    /// - Throws: ``HTTPFailure/badKey``; `LedgerError`.
    func caller(of secret: String, at now: Date) async throws -> Caller {
        guard let key = try await ledger.authenticate(secret, at: now) else { throw HTTPFailure.badKey }
        return Caller(key)
    }

    private func liveKeys(at now: Date) async throws -> [KeyID: APIKey] {
        let held = known.withLock { $0.until > now ? $0.keys : nil }
        if let held { return held }
        let live = try await ledger.keys().filter { $0.revoked == nil }
        let keys = Dictionary(live.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
        known.withLock { $0 = Known(keys: keys, until: now + Self.listLifetime) }
        return keys
    }

    private static func bearer(_ header: String) -> String? {
        let parts = header.split(separator: " ", maxSplits: 1)
        guard parts.count == 2, parts[0].lowercased() == "bearer" else { return nil }
        return String(parts[1])
    }
}
