internal import EchoCore

/// The renderer's own generator: the same numbers everywhere for a seed.
package struct RenderRandom: RandomNumberGenerator {
    private var bits: SplitMix64

    /// Starts from a seed, and from what it is for, so that one seed serves many independent draws.
    package init(_ seed: UInt64, _ purpose: UInt64 = 0) {
        bits = SplitMix64(seed: seed ^ (purpose &* 0xD1B5_4A32_D192_ED03))
        _ = next()
    }

    /// The next 64 bits.
    package mutating func next() -> UInt64 { bits.next() }

    /// Evenly from a range.
    mutating func even(_ low: Float, _ high: Float) -> Float {
        low + (high - low) * Float(next() >> 40) * (1 / 16_777_216)
    }

    /// From a bell curve, by Box and Muller.
    package mutating func bell(_ mean: Float, _ deviation: Float) -> Float {
        // The approximate logarithm of a number a hair below 1 may be a hair above 0.
        let radius = max(-1.386_294_4 * Quick.logarithm2(even(1e-6, 1)), 0).squareRoot()
        return mean + deviation * radius * Quick.cosine(even(0, 6.283_185_3))
    }

    /// Whether an event of that probability happens.
    mutating func happens(_ probability: Float) -> Bool { even(0, 1) < probability }
}
