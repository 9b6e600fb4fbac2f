/// Seeded random numbers for what is drawn beside the hearts: formats, views, frames.
struct PlanRandom: RandomNumberGenerator, Sendable {
    /// What a stream is for; a raw value is part of every set's content and is never used again.
    enum Concern: UInt64 {
        case study = 1
        case clip = 2
        case identifier = 3
        case training = 4
    }

    private var state: UInt64
    private static let increment: UInt64 = 0x9E37_79B9_7F4A_7C15

    /// The stream of one concern at one place, such as a study's seed and a clip's number.
    init(_ seed: UInt64, _ concern: Concern, _ place: UInt64...) {
        state = Self.mixed(seed &+ Self.increment)
        for part in [concern.rawValue] + place {
            state = Self.mixed(state ^ Self.mixed(part &+ Self.increment))
        }
    }

    /// The next 64 bits.
    ///
    /// - Source: SplitMix64; Steele, Lea, Flood, OOPSLA 2014.
    mutating func next() -> UInt64 {
        state &+= Self.increment
        return Self.mixed(state)
    }

    /// A whole number of the range, alike but for one part in 2³².
    mutating func integer(_ range: ClosedRange<Int>) -> Int {
        range.lowerBound + Int((next() >> 32) % UInt64(range.count))
    }

    /// Some of a list, none twice, in a drawn order.
    mutating func some<Element>(_ count: Int, of list: [Element]) -> [Element] {
        var rest = list
        return (0..<min(count, list.count)).map { _ in rest.remove(at: integer(0...rest.count - 1)) }
    }

    /// A DICOM identifier without a registered root, of at most 44 characters.
    ///
    /// - Source: DICOM PS3.5 B.2; version 8 of RFC 9562, whose bits are the maker's.
    mutating func uid() -> String {
        let high = next() & ~0xF000 | 0x8000
        let low = next() & ~(0b11 << 62) | (0b10 << 62)
        return "2.25.\(UInt128(high) << 64 | UInt128(low))"
    }

    private static func mixed(_ value: UInt64) -> UInt64 {
        var mixed = value
        mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
        return mixed ^ (mixed >> 31)
    }
}
