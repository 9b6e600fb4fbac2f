/// A seeded generator: the same seed gives the same numbers everywhere.
///
/// - Source: Steele, Lea, Flood, OOPSLA 2014.
package struct SplitMix64: RandomNumberGenerator, Sendable {
    private var state: UInt64

    /// Starts from a seed.
    package init(seed: UInt64) { state = seed }

    /// The next 64 bits.
    package mutating func next() -> UInt64 {
        state &+= Self.increment
        return Self.mixed(state)
    }

    /// By how much the state grows from number to number.
    package static var increment: UInt64 { 0x9E37_79B9_7F4A_7C15 }

    /// A state's number, every bit of which depends on every bit of the state.
    package static func mixed(_ state: UInt64) -> UInt64 {
        var mixed = state
        mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
        return mixed ^ (mixed >> 31)
    }
}
