import Logging
import EchoHTTP
import EchoLedger
import EchoService
import EchoTesting
import Foundation
import HTTPTypes
import Testing

@Suite("Access") struct AccessTests {
    /// An empty index with a key of each scope and one that was revoked.
    struct Keyed: Sendable {
        let lab: ServiceLab
        let secrets: [String: String]

        private static let made = Task { try await Keyed() }

        static func shared() async throws -> Keyed { try await made.value }

        private init() async throws {
            let lab = try await ServiceLab(patients: 0)
            var secrets: [String: String] = [:]
            for scope in KeyScope.allCases {
                let key = try await lab.served.ledger.createKey(
                    name: scope.rawValue, scope: scope, at: Date())
                secrets[scope.rawValue] = key.secret
            }
            let gone = try await lab.served.ledger.createKey(name: "gone", scope: .admin, at: Date())
            _ = try await lab.served.ledger.revokeKey("gone", at: Date())
            secrets["revoked"] = gone.secret
            secrets["mangled"] = String(gone.secret.dropLast()) + "A"
            secrets["foreign"] = "Bearer"
            (self.lab, self.secrets) = (lab, secrets)
        }
    }

    static let callers = ["nobody", "read", "write", "admin", "revoked", "mangled", "foreign"]

    /// Each operation of the description, called by each caller; parameters are names that nothing has.
    @Test(
        "every operation admits the scopes that its description names, no other, and answers by its statuses",
        arguments: callers)
    func matrix(caller: String) async throws {
        let keyed = try await Keyed.shared()
        let document = try await keyed.lab.get("/openapi.json").json
        let operations = ContractTests.operations(of: document)
        #expect(operations.count > 40)
        var headers: HTTPFields = [.contentType: "application/json"]
        if let secret = keyed.secrets[caller] { headers[.authorization] = "Bearer \(secret)" }
        let own = KeyScope(rawValue: caller)
        for operation in operations {
            let method = try #require(HTTPRequest.Method(rawValue: operation.method))
            let uri = operation.path.replacing(#/\{[a-z]+\}/#, with: "none")
            let answer = try await keyed.lab.ask(
                method, uri, headers: headers, body: method == .post ? Data("{}".utf8) : nil)
            let needed = operation.scope.flatMap { KeyScope(rawValue: $0) }
            let monitors = ["/livez", "/readyz", "/healthz"]
            let isKnown = own != nil || caller == "nobody" || monitors.contains(operation.path)
            let refused: Set<Int> =
                if !isKnown { [401, 429] } else if let needed {
                    if let own { own.permits(needed) ? [] : [403] } else { [401] }
                } else { [] }
            let sentence = "\(operation.method) \(operation.path) as \(caller): \(answer.status)"
            if refused.isEmpty {
                #expect(![401, 403, 429].contains(answer.status), "\(sentence)")
            } else {
                #expect(refused.contains(answer.status), "\(sentence)")
            }
            let described = document["paths"][operation.path][operation.method.lowercased()]["responses"]
            #expect(described.keys.contains("\(answer.status)"), "\(sentence), which is not described")
            if answer.status == 401 { #expect(answer.headers[.wwwAuthenticate] != nil) }
        }
    }

    @Test("a key becomes a cookie that scripts cannot read, and ends with its key")
    func session() async throws {
        let lab = try await ServiceLab(patients: 0)
        #expect(try await lab.get("/v1/session").json["needs_key"] == .flag(false))
        let key = try await lab.served.ledger.createKey(name: "reader", scope: .read, at: Date())
        try await Task.sleep(for: .seconds(1.2))
        let before = try await lab.get("/v1/session").json
        #expect(before["needs_key"] == .flag(true))
        #expect(before["scopes"].items.isEmpty)
        #expect(try await lab.get("/v1/studies").status == 401)
        let begun = try await lab.post("/v1/session", #"{"key":"\#(key.secret)"}"#)
        #expect(begun.status == 200)
        #expect(try begun.json["scopes"].items.compactMap(\.text) == ["read"])
        let cookie = try #require(begun.headers[.setCookie])
        for word in ["HttpOnly", "SameSite=Strict", "Path=/"] { #expect(cookie.contains(word)) }
        let pair = String(try #require(cookie.split(separator: ";").first))
        #expect(try await lab.get("/v1/studies", headers: [.cookie: pair]).status == 200)
        #expect(!cookie.contains(key.secret))
        _ = try await lab.served.ledger.revokeKey("reader", at: Date())
        let other = try await lab.served.ledger.createKey(name: "other", scope: .read, at: Date())
        _ = other
        try await Task.sleep(for: .seconds(1.2))
        #expect(try await lab.get("/v1/studies", headers: [.cookie: pair]).status == 401)
        let ended = try await lab.ask(.delete, "/v1/session", headers: [.cookie: pair])
        #expect(ended.status == 204)
    }

    @Test("revoking the last key lets nobody in, and the refusal says how to make another")
    func lastKey() async throws {
        let lab = try await ServiceLab(patients: 0) {
            _ = try await $0.createKey(name: "one", scope: .admin, at: Date())
            _ = try await $0.revokeKey("one", at: Date())
        }
        let refused = try await lab.get("/v1/studies")
        #expect(refused.status == 401)
        #expect(try refused.json["code"].text == "http.noKey")
        #expect(try refused.json["remedy"].text?.contains("echoseek keys create") == true)
        #expect(try await lab.get("/v1/session").json["needs_key"] == .flag(true))
        let key = try await lab.served.ledger.createKey(name: "one", scope: .read, at: Date())
        let answer = try await lab.get("/v1/studies", headers: [.authorization: "Bearer \(key.secret)"])
        #expect(answer.status == 200)
    }

    @Test("another site's page changes nothing", arguments: ["/v1/search", "/v1/reviews", "/v1/studies"])
    func foreignSite(path: String) async throws {
        let lab = try await ServiceLab.shared()
        for name in ["Sec-Fetch-Site", "Origin"] {
            let field = try #require(HTTPField.Name(name))
            let value = name == "Origin" ? "http://elsewhere.example" : "cross-site"
            let refused = try await lab.post(path, "{}", headers: [field: value])
            #expect(refused.status == 403)
            #expect(try refused.json["code"].text == "http.foreignSite")
            let own = name == "Origin" ? "http://localhost" : "same-origin"
            #expect(try await lab.post(path, "{}", headers: [field: own]).status != 403)
        }
    }

    @Test("an address that others reach needs a certificate and a key, or nothing is served")
    func unprotected() async throws {
        let lab = try await ServiceLab(patients: 0)
        let open = Settings(
            flags: [.host: "0.0.0.0", .port: "0"], environment: [:], file: .none)
        await #expect(throws: HTTPFailure.unprotected(missing: "certificate")) {
            try await EchoServer(
                served: lab.served, settings: try ServerSettings(open), logger: .init(label: "test"))
        }
        let tls = Settings(
            flags: [.host: "0.0.0.0", .port: "0", .tlsCertificate: "c.pem", .tlsKey: "k.pem"],
            environment: [:], file: .none)
        await #expect(throws: HTTPFailure.unprotected(missing: "key")) {
            try await EchoServer(
                served: lab.served, settings: try ServerSettings(tls), logger: .init(label: "test"))
        }
        _ = try await lab.served.ledger.createKey(name: "one", scope: .read, at: Date())
        let server = try await EchoServer(
            served: lab.served, settings: try ServerSettings(tls), logger: .init(label: "test"))
        #expect(throws: HTTPFailure.certificate) { try server.application() }
    }

    @Test(
        "behind a proxy all need keys, cookies go by TLS alone, and callers are told apart"
    )
    func proxied() async throws {
        await #expect(throws: HTTPFailure.unprotected(missing: "key")) {
            try await ServiceLab(patients: 0, [.behindProxy: "on"])
        }
        let lab = try await ServiceLab(patients: 0, [.behindProxy: "on"]) {
            _ = try await $0.createKey(name: "one", scope: .read, at: Date())
        }
        #expect(try await lab.get("/v1/studies").status == 401)
        #expect(try await lab.ask(.delete, "/v1/session").headers[.setCookie]?.contains("Secure") == true)
        let forwarded = try #require(HTTPField.Name("X-Forwarded-For"))
        func tryWrongKey(_ named: String) async throws -> Int {
            try await lab.get("/v1/studies", headers: [.authorization: "Bearer none", forwarded: named])
                .status
        }
        var statuses: [Int] = []
        // What stands before the proxy's own word is the caller's invention. A slow machine is let try a little longer:
        // every two seconds one more key is looked at.
        for round in 0..<60 where statuses.last != 429 {
            statuses.append(try await tryWrongKey("192.0.2.\(round), 192.0.2.99"))
        }
        #expect(statuses.prefix(10) == Array(repeating: 401, count: 10)[...])
        #expect(statuses.last == 429)
        #expect(try await tryWrongKey("192.0.2.98") == 401)
    }

    @Test("a caller that asks too often is told to wait")
    func tooMany() async throws {
        let lab = try await ServiceLab(patients: 0, [.requestsPerMinute: "1"])
        var statuses: [Int] = []
        for _ in 0..<25 { statuses.append(try await lab.get("/v1/studies").status) }
        #expect(statuses.prefix(20) == Array(repeating: 200, count: 20)[...])
        #expect(statuses.contains(429))
        let refused = try await lab.get("/v1/studies")
        #expect(refused.status == 429)
        #expect(Int(refused.headers[.retryAfter] ?? "") ?? 0 >= 1)
        #expect(try await lab.get("/livez").status == 200)
    }
}
