/// The renderer's own generator: the same numbers everywhere for a seed.
package struct RenderRandom: RandomNumberGenerator {
    private var state: UInt64

    /// Starts from a seed, and from what it is for, so that one seed serves many independent draws.
    package init(_ seed: UInt64, _ purpose: UInt64 = 0) {
        state = seed ^ (purpose &* 0xD1B5_4A32_D192_ED03)
        _ = next()
    }

    /// The next 64 bits.
    ///
    /// - Source: Steele, Lea, Flood, OOPSLA 2014.
    package mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var mixed = state
        mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
        return mixed ^ (mixed >> 31)
    }

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
