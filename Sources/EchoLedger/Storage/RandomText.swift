/// Random bytes of the system's own generator, as text.
enum RandomText {
    /// Random bytes.
    static func bytes(_ count: Int) -> [UInt8] {
        var random = SystemRandomNumberGenerator()
        return (0..<count).map { _ in UInt8.random(in: 0...255, using: &random) }
    }

    /// Sixteen hexadecimal digits, as the other opaque ids have.
    static func identifier() -> String {
        bytes(8).map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }.joined()
    }
}
