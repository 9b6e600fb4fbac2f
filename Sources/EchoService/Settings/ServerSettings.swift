/// Where and within which bounds the service answers, as the settings say.
public struct ServerSettings: Sendable, Equatable {
    /// A certificate and its key, as paths of PEM files.
    public struct TLS: Sendable, Equatable {
        /// The certificate, the chain after it.
        public let certificate: String
        /// Its key.
        public let key: String
    }

    /// The address or name that is listened on.
    public let host: String
    /// The port; 0 is any that is free.
    public let port: Int
    /// Certificate and key; `nil` where the service speaks plain HTTP.
    public let tls: TLS?
    /// Connections at one time.
    public let connections: Int
    /// Requests of one caller a minute; 0 refuses none.
    public let requestsPerMinute: Int
    /// Bytes of one file of an upload.
    public let uploadBytes: Int
    /// Whether a proxy on this machine ends others' TLS and hands on what they ask.
    public let isBehindProxy: Bool

    /// Addresses that only this machine reaches.
    public static let loopback: Set<String> = ["127.0.0.1", "::1", "localhost"]

    /// Whether only this machine reaches the service, itself or by a proxy.
    public var isLoopback: Bool { Self.loopback.contains(host) }
    /// Whether nobody else asks anything, not even by a proxy.
    public var isPrivate: Bool { isLoopback && !isBehindProxy }
    /// Whether callers come by TLS, to here or to the proxy.
    public var isSecure: Bool { tls != nil || isBehindProxy }

    /// Reads the settings.
    ///
    /// - Throws: ``ServiceError/setting(_:found:expected:)`` for one that has another form, or half of a pair.
    public init(_ settings: Settings) throws {
        host = settings.resolve(.host).value ?? "127.0.0.1"
        port = try Self.number(.port, in: 0...65_535, settings)
        connections = try Self.number(.connections, in: 1...100_000, settings)
        requestsPerMinute = try Self.number(.requestsPerMinute, in: 0...10_000_000, settings)
        uploadBytes = try Self.number(.uploadMegabytes, in: 1...1_000_000, settings) << 20
        isBehindProxy = try Self.isOn(.behindProxy, settings)
        let pair = (settings.resolve(.tlsCertificate).value, settings.resolve(.tlsKey).value)
        switch pair {
        case (let certificate?, let key?): tls = TLS(certificate: certificate, key: key)
        case (nil, nil): tls = nil
        case (nil, _):
            throw ServiceError.setting(
                .tlsCertificate, found: "", expected: "a PEM file, where tls_key is given")
        case (_, nil):
            throw ServiceError.setting(
                .tlsKey, found: "", expected: "a PEM file, where tls_certificate is given")
        }
    }

    private static func isOn(_ setting: Setting, _ settings: Settings) throws -> Bool {
        switch settings.resolve(setting).value ?? "" {
        // YAML reads a bare `on` as true.
        case "on", "true": return true
        case "off", "false": return false
        case let other: throw ServiceError.setting(setting, found: other, expected: "on or off")
        }
    }

    private static func number(
        _ setting: Setting, in bounds: ClosedRange<Int>, _ settings: Settings
    ) throws -> Int {
        let text = settings.resolve(setting).value ?? ""
        guard let number = Int(text), bounds.contains(number) else {
            throw ServiceError.setting(
                setting, found: text,
                expected: "a number from \(bounds.lowerBound) to \(bounds.upperBound)")
        }
        return number
    }
}
