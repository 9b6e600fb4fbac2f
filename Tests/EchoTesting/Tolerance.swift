/// How far a number may be from the reference: `|a − b| ≤ absolute + relative·|b|`.
public struct Tolerance: Sendable {
    /// Allowed whatever the size, above 0.
    public let absolute: Double
    /// Allowed for each unit of the reference, above 0.
    public let relative: Double

    /// - Precondition: both above 0.
    public init(absolute: Double, relative: Double) {
        precondition(absolute > 0 && relative > 0, "both tolerances are positive")
        self.absolute = absolute
        self.relative = relative
    }

    /// The element furthest beyond the tolerance, in words; `nil` where all are within.
    public func worstOffender(_ found: [Float], _ expected: [Float]) -> String? {
        guard found.count == expected.count else {
            return "\(found.count) elements, the reference has \(expected.count)"
        }
        var worst: (place: Int, excess: Double)?
        for place in found.indices {
            let difference = abs(Double(found[place]) - Double(expected[place]))
            let excess = difference - absolute - relative * abs(Double(expected[place]))
            if !(excess <= 0), worst.map({ !(excess <= $0.excess) }) ?? true { worst = (place, excess) }
        }
        guard let worst else { return nil }
        return "element \(worst.place): found \(found[worst.place]), expected \(expected[worst.place])"
    }
}
