/// Who did something: the command line, the bearer of a key, or somebody who showed none that is good.
public enum AuditActor: Sendable, Hashable, Codable, CustomStringConvertible {
    /// Somebody on this machine, by the command line or without a key on loopback.
    case local
    /// The bearer of a key.
    case key(KeyID)
    /// Somebody without a good key.
    case unknown

    /// As stored and shown: `local`, `unknown`, or the key's id.
    public var text: String {
        switch self {
        case .local: "local"
        case .key(let id): id.text
        case .unknown: "unknown"
        }
    }

    /// Reads it back.
    init(text: String) {
        switch text {
        case "local": self = .local
        case "unknown": self = .unknown
        default: self = .key(KeyID(text))
        }
    }

    /// The text.
    public var description: String { text }

    /// Reads the text.
    public init(from decoder: any Decoder) throws {
        self.init(text: try decoder.singleValueContainer().decode(String.self))
    }

    /// Writes the text.
    public func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(text)
    }
}
