/// Seeded random numbers, one stream a place, so that a draw added to one place shifts no other.
package struct SeededStream: RandomNumberGenerator, Sendable {
    private var state: UInt64

    /// The stream of a place within a seed, such as a concern, a patient and a study.
    package init(_ seed: UInt64, at place: [UInt64]) {
        state = Self.mixed(seed &+ Self.increment)
        for part in place { state = Self.mixed(state ^ Self.mixed(part &+ Self.increment)) }
    }

    /// The next 64 bits.
    ///
    /// - Source: SplitMix64; Steele, Lea, Flood, OOPSLA 2014.
    package mutating func next() -> UInt64 {
        state &+= Self.increment
        return Self.mixed(state)
    }

    /// A whole number of the range, alike but for one part in 2³².
    package mutating func integer(_ range: ClosedRange<Int>) -> Int {
        range.lowerBound + Int((next() >> 32) % UInt64(range.count))
    }

    /// A DICOM identifier without a registered root: `2.25.` and a UUID as one decimal number, of at most 44
    /// characters.
    ///
    /// - Source: DICOM PS3.5 B.2; version 8 of RFC 9562, whose bits are the maker's.
    package mutating func uid() -> String {
        let high = next() & ~0xF000 | 0x8000
        let low = next() & ~(0b11 << 62) | (0b10 << 62)
        return "2.25.\(UInt128(high) << 64 | UInt128(low))"
    }

    private static let increment: UInt64 = 0x9E37_79B9_7F4A_7C15

    private static func mixed(_ value: UInt64) -> UInt64 {
        var mixed = value
        mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
        return mixed ^ (mixed >> 31)
    }
}
