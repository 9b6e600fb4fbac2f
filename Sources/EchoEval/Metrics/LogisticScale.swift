import Foundation

/// Turns scores into probabilities: 1 / (1 + exp(−(slope · score + offset))), fitted to labelled cases.
///
/// - Source: Platt 1999; plain maximum likelihood by Newton's method, with a touch of ridge so that separable
///   cases stay finite.
package struct LogisticScale: Sendable, Equatable {
    /// On the scores as they are.
    package let slope: Double
    /// Where the scores are 0.
    package let offset: Double

    /// The ridge on the standardized slope; 1e-6 moves a fit of hundreds of cases in the sixth digit.
    static let ridge = 1e-6
    /// Newton's method has settled long before.
    static let steps = 100

    /// - Returns: `nil` without both classes, or where all scores are equal.
    package init?(scores: [Double], labels: [Bool]) {
        let count = Double(scores.count)
        let hits = labels.count(where: { $0 })
        guard hits > 0, hits < labels.count else { return nil }
        let mean = scores.reduce(0, +) / count
        let spread = (scores.reduce(0.0) { $0 + ($1 - mean) * ($1 - mean) } / count).squareRoot()
        guard spread > 0, spread.isFinite else { return nil }
        let scaled = scores.map { ($0 - mean) / spread }
        var (a, b) = (0.0, log(Double(hits) / Double(labels.count - hits)))
        for _ in 0..<Self.steps {
            let step = Self.step(scaled, labels, a, b)
            a += step.a
            b += step.b
            if abs(step.a) + abs(step.b) < 1e-12 { break }
        }
        slope = a / spread
        offset = b - a * mean / spread
    }

    /// A score's probability, 0...1.
    package func probability(_ score: Double) -> Double { Self.sigmoid(slope * score + offset) }

    private static func sigmoid(_ value: Double) -> Double { 1 / (1 + exp(-value)) }

    /// One Newton step, no longer than 5 so that it cannot overshoot to nowhere.
    private static func step(
        _ scores: [Double], _ labels: [Bool], _ a: Double, _ b: Double
    ) -> (a: Double, b: Double) {
        var (ga, gb, haa, hab, hbb) = (-ridge * a, 0.0, ridge, 0.0, 1e-12)
        for (score, label) in zip(scores, labels) {
            let chance = sigmoid(a * score + b)
            let miss = (label ? 1 : 0) - chance
            let weight = chance * (1 - chance)
            ga += miss * score
            gb += miss
            haa += weight * score * score
            hab += weight * score
            hbb += weight
        }
        let determinant = haa * hbb - hab * hab
        guard determinant > 0 else { return (0, 0) }
        let (da, db) = ((hbb * ga - hab * gb) / determinant, (haa * gb - hab * ga) / determinant)
        let length = max(abs(da), abs(db))
        let limit = length > 5 ? 5 / length : 1
        return (da * limit, db * limit)
    }
}
