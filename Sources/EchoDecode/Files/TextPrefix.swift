/// Tells text from binary.
enum TextPrefix {
    /// `.playlist`, `.markup` or `.text` where the bytes are wholly UTF-8 text; `nil` for binary.
    ///
    /// - Parameter isWhole: whether the bytes are the whole file; otherwise the last character may be cut.
    static func kind(of prefix: [UInt8], isWhole: Bool) -> FileKind? {
        guard !prefix.contains(where: isBinary) else { return nil }
        guard let text = decoded(prefix, isWhole: isWhole) else { return nil }
        let start = text.drop { $0.isWhitespace || $0 == "\u{FEFF}" }
        if start.contains("<MPD") { return .playlist }
        return start.hasPrefix("<") ? .markup : .text
    }

    /// A control character that no text holds.
    private static func isBinary(_ byte: UInt8) -> Bool {
        byte < 0x20 && ![0x09, 0x0A, 0x0C, 0x0D].contains(byte) || byte == 0x7F
    }

    private static func decoded(_ prefix: [UInt8], isWhole: Bool) -> String? {
        for cut in 0...(isWhole ? 0 : 3) {
            if let text = String(validating: prefix.dropLast(cut), as: UTF8.self) { return text }
        }
        return nil
    }
}
