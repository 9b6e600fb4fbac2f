import Crypto
import EchoLedger
import Foundation
import Synchronization

/// Browsers' sessions: a random token for a key, held in memory alone and gone with the process.
final class SessionStore: Sendable {
    private struct Session {
        let key: KeyID
        let ends: Date
    }

    /// How long a session lasts.
    static let lifetime = 12 * 3600.0
    /// Sessions at one time; the ones that end first make room.
    static let most = 1_000

    private let sessions = Mutex<[Data: Session]>([:])

    /// Begins a session.
    ///
    /// - Returns: the token, 32 random bytes in base64url; only its hash is kept.
    func begin(for key: KeyID, at now: Date) -> String {
        let token = SymmetricKey(size: .bits256).withUnsafeBytes { Data($0) }.base64URL
        sessions.withLock { sessions in
            sessions = sessions.filter { $0.value.ends > now }
            while sessions.count >= Self.most, let first = sessions.min(by: { $0.value.ends < $1.value.ends })
            {
                sessions[first.key] = nil
            }
            sessions[Self.hash(token)] = Session(key: key, ends: now + Self.lifetime)
        }
        return token
    }

    /// Whose a token is; found by its hash, so that no comparison depends on the token itself.
    func key(of token: String, at now: Date) -> KeyID? {
        sessions.withLock { sessions in
            sessions[Self.hash(token)].flatMap { $0.ends > now ? $0.key : nil }
        }
    }

    /// Forgets a session.
    func end(_ token: String) {
        sessions.withLock { $0[Self.hash(token)] = nil }
    }

    private static func hash(_ token: String) -> Data { Data(SHA256.hash(data: Data(token.utf8))) }
}

extension Data {
    /// Base64 as URLs and cookies take it.
    var base64URL: String {
        base64EncodedString().replacing("+", with: "-").replacing("/", with: "_").replacing("=", with: "")
    }
}
