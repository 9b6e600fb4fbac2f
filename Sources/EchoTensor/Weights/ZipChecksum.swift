/// CRC-32 as zip uses it (polynomial 0xEDB88320, reflected), eight bytes a step.
///
/// - Source: PKWARE APPNOTE §4.4.7; slicing-by-8 after Kounavis and Berry, ISCC 2005.
package struct ZipChecksum {
    private var state: UInt32 = 0xFFFF_FFFF

    /// Eight tables of 256: table k is the CRC of a byte followed by k zero bytes.
    private static let tables: [UInt32] = {
        var tables = [UInt32](repeating: 0, count: 8 * 256)
        for byte in 0..<256 {
            var value = UInt32(byte)
            for _ in 0..<8 { value = value & 1 == 1 ? (value >> 1) ^ 0xEDB8_8320 : value >> 1 }
            tables[byte] = value
        }
        for place in 256..<tables.count {
            let before = tables[place - 256]
            tables[place] = (before >> 8) ^ tables[Int(before & 255)]
        }
        return tables
    }()

    package init() {}

    /// The CRC-32 of the bytes so far.
    package var value: UInt32 { ~state }

    /// Adds bytes.
    package mutating func add(_ bytes: [UInt8]) {
        let start = state
        state = Self.tables.withUnsafeBufferPointer { table in
            bytes.withUnsafeBytes { buffer in
                var state = start
                var place = 0
                while place + 8 <= buffer.count {
                    let low = buffer.loadUnaligned(fromByteOffset: place, as: UInt32.self) ^ state
                    let high = buffer.loadUnaligned(fromByteOffset: place + 4, as: UInt32.self)
                    let first = table[1792 + Int(low & 255)] ^ table[1536 + Int((low >> 8) & 255)]
                    let second = table[1280 + Int((low >> 16) & 255)] ^ table[1024 + Int(low >> 24)]
                    let third = table[768 + Int(high & 255)] ^ table[512 + Int((high >> 8) & 255)]
                    let fourth = table[256 + Int((high >> 16) & 255)] ^ table[Int(high >> 24)]
                    state = first ^ second ^ third ^ fourth
                    place += 8
                }
                while place < buffer.count {
                    state = (state >> 8) ^ table[Int((state ^ UInt32(buffer[place])) & 255)]
                    place += 1
                }
                return state
            }
        }
    }
}
