import EchoCore
import EchoTesting

/// One seeded way of damaging a file's bytes.
enum VideoMutation {
    /// Cuts, flips, zeroes, or swaps parts of the header.
    static func apply(to bytes: [UInt8], using random: inout SplitMix64) -> [UInt8] {
        var damaged = bytes
        switch Int.random(in: 0..<5, using: &random) {
        case 0:
            damaged.removeLast(Int.random(in: 1..<bytes.count, using: &random))
        case 1:
            for _ in 0..<Int.random(in: 1...40, using: &random) {
                let place = Int.random(in: bytes.indices, using: &random)
                damaged[place] ^= 1 << UInt8.random(in: 0..<8, using: &random)
            }
        case 2:
            let start = Int.random(in: bytes.indices, using: &random)
            let end = min(bytes.count, start + Int.random(in: 1...2_000, using: &random))
            for place in start..<end { damaged[place] = 0 }
        case 3:
            // Numbers in headers become extreme.
            for _ in 0..<4 {
                let place = Int.random(in: 0..<min(800, bytes.count - 4), using: &random)
                let value: UInt8 = [0x00, 0x7F, 0x80, 0xFF].randomElement(using: &random) ?? 0xFF
                for offset in 0..<4 { damaged[place + offset] = value }
            }
        default:
            let length = min(64, bytes.count / 4)
            let first = Int.random(in: 0..<bytes.count / 2 - length, using: &random)
            let second = Int.random(in: bytes.count / 2..<bytes.count - length, using: &random)
            for offset in 0..<length { damaged.swapAt(first + offset, second + offset) }
        }
        return damaged
    }
}
