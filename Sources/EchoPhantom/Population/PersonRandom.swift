/// Seeded random numbers, one stream a concern, so that a draw added to one concern shifts no other.
struct PersonRandom: RandomNumberGenerator, Sendable {
    /// What a stream is for; a raw value is part of every population's content and is never used again.
    enum Concern: UInt64 {
        case shape = 1
        case illness = 2
        case sizes = 3
        case devices = 4
        case calendar = 5
        case sites = 6
        case course = 7
        case drift = 8
        case study = 9
        case identifier = 10
        case style = 11
        case sentences = 12
        case phrases = 13
    }

    private var stream: SeededStream

    /// The stream of one concern at one place, such as a population's seed, a patient and a study.
    init(_ seed: UInt64, _ concern: Concern, _ place: UInt64...) {
        stream = SeededStream(seed, at: [concern.rawValue] + place)
    }

    /// The next 64 bits.
    mutating func next() -> UInt64 { stream.next() }

    /// Anything in the range, alike; in steps of 2⁻²⁴.
    mutating func uniform(_ range: ClosedRange<Float>) -> Float {
        let share = Float(next() >> 40) / Float(1 << 24)
        return range.lowerBound + share * (range.upperBound - range.lowerBound)
    }

    /// Around a mean: the sum of twelve uniform numbers, which is near the normal law, needs no logarithm and
    /// never goes beyond six deviations.
    mutating func normal(_ mean: Float, _ deviation: Float) -> Float {
        var sum: Float = -6
        for _ in 0..<12 { sum += uniform(0...1) }
        return mean + deviation * sum
    }

    /// True with the given chance, 0...1.
    mutating func chance(_ share: Float) -> Bool { uniform(0...1) < share }

    /// A whole number of the range.
    mutating func integer(_ range: ClosedRange<Int>) -> Int { stream.integer(range) }

    /// A DICOM identifier without a registered root.
    mutating func uid() -> String { stream.uid() }

    /// One of them, or `nil` of none.
    mutating func pick<Element>(_ list: [Element]) -> Element? {
        list.isEmpty ? nil : list[integer(0...list.count - 1)]
    }
}
