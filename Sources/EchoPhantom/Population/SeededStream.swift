internal import EchoCore

/// Seeded random numbers, one stream a place, so that a draw added to one place shifts no other.
package struct SeededStream: RandomNumberGenerator, Sendable {
    private var bits: SplitMix64

    /// The stream of a place within a seed, such as a concern, a patient and a study.
    package init(_ seed: UInt64, at place: [UInt64]) {
        var state = Self.first(of: seed)
        for part in place { state = SplitMix64.mixed(state ^ Self.first(of: part)) }
        bits = SplitMix64(seed: state)
    }

    /// The next 64 bits.
    package mutating func next() -> UInt64 { bits.next() }

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

    /// The first number of a seed.
    private static func first(of seed: UInt64) -> UInt64 {
        var bits = SplitMix64(seed: seed)
        return bits.next()
    }
}
