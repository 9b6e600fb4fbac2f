/// One element's tag, representation and length, as stored.
struct DICOMElementHead {
    /// Group in the high 16 bits, element in the low ones.
    let tag: Int
    /// Two letters; `UN` where the coding has none.
    let vr: String
    /// Where the value starts.
    let value: Int
    /// Its length; `nil` where it is undefined and a delimiter ends it.
    let length: Int?

    static let item = 0xFFFE_E000
    static let itemEnd = 0xFFFE_E00D
    static let sequenceEnd = 0xFFFE_E0DD
    static let pixelData = 0x7FE0_0010

    /// Representations with a 16-bit length; every other pair of capitals has a 32-bit one (PS3.5 7.1.2).
    static let short: Set<String> = [
        "AE", "AS", "AT", "CS", "DA", "DS", "DT", "FD", "FL", "IS", "LO", "LT", "PN", "SH", "SL", "SS", "ST",
        "TM", "UI", "UL", "US",
    ]

    /// Reads a head; `nil` where the file ends within it, or the representation is not two capitals.
    init?(_ window: inout DICOMWindow, at place: Int, isExplicit: Bool, isBigEndian: Bool) {
        guard let group = window.number(at: place, length: 2, bigEndian: isBigEndian),
            let element = window.number(at: place + 2, length: 2, bigEndian: isBigEndian)
        else { return nil }
        tag = group << 16 | element
        var lengthPlace = place + 4
        var lengthSize = 4
        var letters = "UN"
        if isExplicit && group != 0xFFFE {
            guard let read = window.bytes(at: place + 4, length: 2), read.allSatisfy({ 65...90 ~= $0 })
            else { return nil }
            letters = String(decoding: read, as: UTF8.self)
            lengthSize = Self.short.contains(letters) ? 2 : 4
            lengthPlace = place + (lengthSize == 2 ? 6 : 8)
        }
        guard let read = window.number(at: lengthPlace, length: lengthSize, bigEndian: isBigEndian)
        else { return nil }
        vr = letters
        value = lengthPlace + lengthSize
        length = lengthSize == 4 && read == 0xFFFF_FFFF ? nil : read
    }
}
