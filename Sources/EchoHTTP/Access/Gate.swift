import EchoLedger
import Foundation
import HTTPTypes
import Hummingbird
import Synchronization

/// Decides who a caller is: by key, by session, or by sitting at this machine.
final class Gate: Sendable {
    /// What is known of the keys for a moment, those that were revoked among them.
    private struct Known {
        var keys: [KeyID: APIKey] = [:]
        var until = Date.distantPast
    }

    /// The cookie that holds a session's token.
    static let cookie = "echoseek_session"
    /// How long the list of keys is taken as it was, so that a revoked one is refused soon.
    static let listLifetime = 1.0

    let sessions = SessionStore()
    /// Keys that are none, of each address: ten at once, then thirty a minute are told so, the rest to wait.
    ///
    /// Each key is looked at first, so that a good one is not held up by bad ones.
    private let failures = RequestRates(perMinute: 30, burst: 10)
    /// Lines of the audit trail on such keys, of each address: one a minute.
    private let lines = RequestRates(perMinute: 1, burst: 1)
    private let trail: Trail
    private let ledger: Ledger
    private let isPrivate: Bool
    private let known = Mutex(Known())

    /// - Parameter isPrivate: whether only this machine reaches the server.
    init(ledger: Ledger, isPrivate: Bool) {
        self.ledger = ledger
        self.isPrivate = isPrivate
        trail = Trail(ledger: ledger)
    }

    /// Whether callers need a key: always where others reach the server, else once one was made, and for good:
    /// revoking the last one lets nobody in.
    func needsKey(at now: Date) async throws -> Bool {
        if !isPrivate { return true }
        return try await !keys(at: now).isEmpty
    }

    /// Who sent a request; where no key is needed, one that was sent is passed over, as OpenAI's clients always
    /// send one.
    ///
    /// - Throws: as ``caller(of:peer:at:)``; `LedgerError`.
    func caller(of request: Request, peer: String, at now: Date) async throws -> Caller {
        guard try await needsKey(at: now) else { return .local }
        if let header = request.headers[.authorization] {
            return try await caller(of: Self.bearer(header) ?? "", peer: peer, at: now)
        }
        if let token = Self.session(of: request), let id = sessions.key(of: token, at: now),
            let key = try await keys(at: now)[id], key.revoked == nil
        {
            return Caller(key)
        }
        return .unknown
    }

    /// The token of the session that a request comes by; `nil` where it brings a key, or neither.
    static func session(of request: Request) -> String? {
        request.headers[.authorization] == nil ? request.cookies[cookie]?.value : nil
    }

    /// Whether a caller whose answer is still being sent would be taken for the same one now: the key was not revoked
    /// since, and the session has not ended.
    ///
    /// - Parameter token: the session's; `nil` for a caller that sent its key.
    /// - Throws: `LedgerError`.
    func stillKnows(_ caller: Caller, session token: String?, at now: Date) async throws -> Bool {
        guard try await needsKey(at: now) else { return caller == .local }
        guard case .key(let id) = caller.actor, let key = try await keys(at: now)[id], key.revoked == nil
        else { return false }
        return token.map { sessions.key(of: $0, at: now) == id } ?? true
    }

    /// Whose a key is.
    ///
    /// - Throws: ``HTTPFailure/badKey``, of which the audit trail gets a line a minute from each address;
    ///   ``HTTPFailure/tooMany(retryAfter:)`` where an address has tried too often; `LedgerError`.
    func caller(of secret: String, peer: String, at now: Date) async throws -> Caller {
        if let key = try await ledger.authenticate(secret, at: now) { return Caller(key) }
        if let wait = failures.wait(for: peer, now: .now) { throw HTTPFailure.tooMany(retryAfter: wait) }
        guard lines.wait(for: peer, now: .now) == nil else { throw HTTPFailure.badKey }
        throw try await trail.refusal(.badKey, of: .unknown)
    }

    private func keys(at now: Date) async throws -> [KeyID: APIKey] {
        let held = known.withLock { $0.until > now ? $0.keys : nil }
        if let held { return held }
        let made = try await ledger.keys()
        let keys = Dictionary(made.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
        known.withLock { $0 = Known(keys: keys, until: now + Self.listLifetime) }
        return keys
    }

    private static func bearer(_ header: String) -> String? {
        let parts = header.split(separator: " ", maxSplits: 1)
        guard parts.count == 2, parts[0].lowercased() == "bearer" else { return nil }
        return String(parts[1])
    }
}
