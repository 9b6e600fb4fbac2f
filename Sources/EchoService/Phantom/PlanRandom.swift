import EchoPhantom

/// Seeded random numbers for what is drawn beside the hearts: formats, views, frames.
struct PlanRandom: RandomNumberGenerator, Sendable {
    /// What a stream is for; a raw value is part of every set's content and is never used again.
    enum Concern: UInt64 {
        case study = 1
        case clip = 2
        case identifier = 3
        case training = 4
    }

    private var stream: SeededStream

    /// The stream of one concern at one place, such as a study's seed and a clip's number.
    init(_ seed: UInt64, _ concern: Concern, _ place: UInt64...) {
        stream = SeededStream(seed, at: [concern.rawValue] + place)
    }

    /// The next 64 bits.
    mutating func next() -> UInt64 { stream.next() }

    /// A whole number of the range.
    mutating func integer(_ range: ClosedRange<Int>) -> Int { stream.integer(range) }

    /// A DICOM identifier without a registered root.
    mutating func uid() -> String { stream.uid() }

    /// Some of a list, none twice, in a drawn order.
    mutating func some<Element>(_ count: Int, of list: [Element]) -> [Element] {
        var rest = list
        return (0..<min(count, list.count)).map { _ in rest.remove(at: integer(0...rest.count - 1)) }
    }
}
