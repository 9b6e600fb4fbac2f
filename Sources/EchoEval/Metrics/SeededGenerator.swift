internal import EchoCore

/// The evaluation's own random numbers: the same seed gives the same numbers everywhere.
package struct SeededGenerator: RandomNumberGenerator, Sendable {
    private var bits: SplitMix64

    /// Starts from a seed and a stream within it, so that work may be done in any order.
    package init(seed: UInt64, stream: UInt64 = 0) {
        bits = SplitMix64(seed: seed ^ (stream &* 0xD1B5_4A32_D192_ED03))
    }

    /// The next 64 bits.
    package mutating func next() -> UInt64 { bits.next() }

    /// A whole number, 0 ..< `bound`; its bias is below `bound`/2⁶⁴.
    package mutating func below(_ bound: Int) -> Int {
        precondition(bound > 0, "a number below \(bound)")
        return Int(next().multipliedFullWidth(by: UInt64(bound)).high)
    }
}
