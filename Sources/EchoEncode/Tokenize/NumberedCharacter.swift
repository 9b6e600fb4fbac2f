/// What `&#…;` stands for, with the exceptions that HTML makes.
enum NumberedCharacter {
    /// The character of a number: Windows-1252 for C1 controls, U+FFFD outside Unicode, nothing for the
    /// other controls and for noncharacters.
    ///
    /// - Source: Python's `html.unescape`.
    static func value(of code: UInt32) -> [Unicode.Scalar] {
        switch code {
        case 0: return ["\u{FFFD}"]
        case 0x80...0x9F:
            let control = Unicode.Scalar(UInt8(code))
            return [Windows1252.character(forControl: control) ?? control]
        case 0x01...0x08, 0x0B, 0x0E...0x1F, 0x7F, 0xFDD0...0xFDEF: return []
        default:
            guard let scalar = Unicode.Scalar(code) else { return ["\u{FFFD}"] }
            return code & 0xFFFE == 0xFFFE ? [] : [scalar]
        }
    }
}
