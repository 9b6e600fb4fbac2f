import EchoPhantom
import Testing

@Suite("Ties between a heart's numbers") struct AnatomyTieTests {
    private let hearts = PopulationTests.patients.flatMap(\.studies).map(\.anatomy)

    @Test("a weak ventricle is wide and round, and yet neither says how weak")
    func tiesFunctionToSize() {
        #expect((-0.86 ... -0.75).contains(correlation(\.ejectionFraction, \.leftVentricleRadius)))
        let roundness = Self.correlation(
            hearts.map(\.ejectionFraction), hearts.map { $0.leftVentricleRadius / $0.leftVentricleLength })
        #expect((-0.8 ... -0.6).contains(roundness))
    }

    @Test("thick walls go with small cavities, weak ventricles with large left atria")
    func tiesWalls() {
        #expect((-0.6 ... -0.25).contains(correlation(\.wallThickness, \.leftVentricleRadius)))
        #expect((-0.55 ... -0.2).contains(correlation(\.ejectionFraction, \.leftAtriumRadius)))
    }

    @Test("the right heart follows the lungs' pressure")
    func tiesRightHeart() {
        #expect((0.7...0.95).contains(correlation(\.pulmonaryPressure, \.rightVentricleRadius)))
        #expect((0.4...0.9).contains(correlation(\.pulmonaryPressure, \.rightAtriumRadius)))
    }

    @Test("every number lies within the range that its field states")
    func staysWithinRanges() {
        for heart in hearts {
            #expect(
                (1.7...3.8).contains(heart.leftVentricleRadius)
                    && (7...11).contains(heart.leftVentricleLength))
            #expect((0.6...2).contains(heart.wallThickness) && (10...78).contains(heart.ejectionFraction))
            #expect(
                (1.4...3.4).contains(heart.leftAtriumRadius) && (1.3...3.2).contains(heart.rightAtriumRadius))
            #expect((0.9...2.9).contains(heart.rightVentricleRadius))
            #expect(
                (1.2...2.3).contains(heart.aorticRootRadius) && (0...3).contains(heart.pericardialEffusion))
            #expect((15...90).contains(heart.pulmonaryPressure) && (45...120).contains(heart.heartRate))
        }
    }

    private func correlation(
        _ first: KeyPath<HeartAnatomy, Float>, _ second: KeyPath<HeartAnatomy, Float>
    ) -> Double {
        Self.correlation(hearts.map { $0[keyPath: first] }, hearts.map { $0[keyPath: second] })
    }

    /// Pearson's.
    private static func correlation(_ first: [Float], _ second: [Float]) -> Double {
        let count = Double(first.count)
        let means = (
            first.reduce(0) { $0 + Double($1) } / count, second.reduce(0) { $0 + Double($1) } / count
        )
        var both = 0.0
        var squares = (0.0, 0.0)
        for (one, other) in zip(first, second) {
            let distance = (Double(one) - means.0, Double(other) - means.1)
            both += distance.0 * distance.1
            squares.0 += distance.0 * distance.0
            squares.1 += distance.1 * distance.1
        }
        return both / (squares.0 * squares.1).squareRoot()
    }
}
