internal import Crypto
internal import Foundation

/// A key's text: a prefix by which scanners for leaked secrets know it, its id's digits, 256 random bits.
struct KeySecret {
    /// What every key begins with.
    static let prefix = "echoseek_"
    private static let digits = 16
    /// 32 bytes in base64url without padding.
    private static let randomLength = 43
    private static let saltLength = 16

    let text: String
    let id: KeyID

    /// A new one.
    static func random() -> KeySecret {
        let digits = RandomText.identifier()
        let random = Data(RandomText.bytes(32)).base64EncodedString()
            .replacing("+", with: "-").replacing("/", with: "_").replacing("=", with: "")
        return KeySecret(text: "\(prefix)\(digits)_\(random)", id: KeyID("ky-\(digits)"))
    }

    private init(text: String, id: KeyID) {
        self.text = text
        self.id = id
    }

    /// `nil` for what has not the form of a key.
    init?(_ text: String) {
        let bytes = Array(text.utf8)
        let start = Self.prefix.utf8.count
        guard bytes.count == start + Self.digits + 1 + Self.randomLength,
            bytes.starts(with: Self.prefix.utf8)
        else { return nil }
        let digits = bytes[start..<start + Self.digits]
        guard digits.allSatisfy({ (48...57).contains($0) || (97...102).contains($0) }) else { return nil }
        self.init(text: text, id: KeyID("ky-" + String(decoding: digits, as: UTF8.self)))
    }

    /// Sixteen random bytes that make equal keys unequal on the disk.
    static func salt() -> Data { Data(RandomText.bytes(saltLength)) }

    /// What is kept of the key: SHA-256 over salt and text.
    ///
    /// No slow hash: nobody guesses 256 random bits.
    func hash(salt: Data) -> Data {
        var hash = SHA256()
        hash.update(data: salt)
        hash.update(data: Data(text.utf8))
        return Data(hash.finalize())
    }

    /// Whether two digests are equal, in a time that does not tell where they differ.
    static func isEqual(_ one: Data, _ other: Data) -> Bool {
        guard one.count == other.count else { return false }
        return zip(one, other).reduce(UInt8(0)) { $0 | ($1.0 ^ $1.1) } == 0
    }
}
