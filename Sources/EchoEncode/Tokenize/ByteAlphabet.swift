/// GPT-2's printable stand-ins for the 256 bytes, in the order that numbers CLIP's first tokens.
///
/// Bytes that print in Latin-1 (`!…~`, `¡…¬`, `®…ÿ`) stand for themselves and come first; the other 68
/// take U+0100, U+0101 … in byte order.
///
/// - Source: `bytes_to_unicode`, openai/CLIP, `simple_tokenizer.py`, written from its description.
enum ByteAlphabet {
    /// Marks the end of a word in the text forms of the symbols.
    static let endOfWord = "</w>"

    /// The bytes in the order of their ids, 256 values.
    static let bytes: [UInt8] = printable + rest

    /// A byte's id; its form at a word's end has 256 more.
    static let ids: [Int32] = {
        var ids = [Int32](repeating: 0, count: 256)
        for (id, byte) in bytes.enumerated() { ids[Int(byte)] = Int32(id) }
        return ids
    }()

    /// The symbols' text forms in the order of their ids: 256, then 256 with `</w>`.
    static let symbols: [String] = {
        let plain = printable.map { String(Unicode.Scalar($0)) } + rest.indices.map(standIn)
        return plain + plain.map { $0 + endOfWord }
    }()

    private static let printable =
        Array(UInt8(0x21)...0x7E) + Array(UInt8(0xA1)...0xAC)
        + Array(UInt8(0xAE)...0xFF)
    private static let rest = Array(UInt8(0)...0x20) + Array(UInt8(0x7F)...0xA0) + [UInt8(0xAD)]

    private static func standIn(_ place: Int) -> String {
        Unicode.Scalar(UInt32(0x100 + place)).map(String.init) ?? ""
    }
}
