import EchoCore
import EchoEval
import EchoTesting
import Foundation
import Testing

@Suite("Metrics: properties") struct MetricPropertyTests {
    private static func cases(_ seed: UInt64, count: Int = 60) -> ScoredCases {
        var random = SplitMix64(seed: seed)
        let labels = (0..<count).map { $0 < 2 ? $0 == 0 : Bool.random(using: &random) }
        let scores = labels.map { Double(Int.random(in: 0...20, using: &random)) + ($0 ? 3 : 0) }
        return ScoredCases(scores: scores, labels: labels)
    }

    @Test("the AUC of constant scores is 0.5", arguments: UInt64(0)..<20)
    func constant(seed: UInt64) {
        let labels = Self.cases(seed).labels
        let constant = ScoredCases(scores: labels.map { _ in 0.3 }, labels: labels)
        #expect(constant.auc(constant.ones) == 0.5)
    }

    @Test(
        "the AUC does not change under a rising map, and turns about under a falling one",
        arguments: UInt64(0)..<20)
    func monotone(seed: UInt64) throws {
        let cases = Self.cases(seed)
        let auc = try #require(cases.auc(cases.ones))
        let rising = ScoredCases(scores: cases.scores.map { exp($0 / 5) - 7 }, labels: cases.labels)
        #expect(rising.auc(rising.ones) == auc)
        let falling = ScoredCases(scores: cases.scores.map { -$0 }, labels: cases.labels)
        #expect(abs(try #require(falling.auc(falling.ones)) - (1 - auc)) < 1e-12)
    }

    @Test("a weight of two is the same as the case twice", arguments: UInt64(0)..<20)
    func weights(seed: UInt64) throws {
        let cases = Self.cases(seed)
        let twice = ScoredCases(
            scores: cases.scores + cases.scores.prefix(10), labels: cases.labels + cases.labels.prefix(10))
        let weights = cases.scores.indices.map { $0 < 10 ? 2.0 : 1 }
        #expect(abs(try #require(cases.auc(weights)) - (try #require(twice.auc(twice.ones)))) < 1e-12)
        let one = cases.averagePrecision(weights)
        #expect(abs(try #require(one) - (try #require(twice.averagePrecision(twice.ones)))) < 1e-12)
    }

    @Test("the area is that under the curve's points", arguments: UInt64(0)..<20)
    func area(seed: UInt64) throws {
        let cases = Self.cases(seed)
        let points = cases.rocPoints
        let area = zip(points, points.dropFirst()).reduce(0.0) { sum, step in
            sum + (step.1.falsePositiveRate - step.0.falsePositiveRate)
                * (step.0.sensitivity + step.1.sensitivity) / 2
        }
        #expect(abs(try #require(cases.auc(cases.ones)) - area) < 1e-12)
    }

    @Test("one class alone has no AUC, and the outcome says why")
    func oneClass() {
        let cases = ScoredCases(scores: [1, 2], labels: [false, false])
        #expect(cases.auc(cases.ones) == nil)
        let outcome = PatientBootstrap().interval(of: ["a", "b"], absence: cases.absence) { cases.auc($0) }
        #expect(outcome == .notMeasured(n: 2, reason: "no positive case"))
    }

    @Test(
        "the interval holds the value, and the same seed gives the same interval", arguments: UInt64(0)..<10)
    func interval(seed: UInt64) throws {
        let cases = Self.cases(seed)
        let patients = cases.scores.indices.map { "p\($0 / 3)" }
        let bootstrap = PatientBootstrap(seed: seed, resamples: 300)
        let outcome = bootstrap.interval(of: patients, absence: "") { cases.auc($0) }
        guard case .measured(let found) = outcome else {
            Issue.record("not measured")
            return
        }
        #expect(found.low <= found.value && found.value <= found.high)
        #expect(found.low < found.high)
        #expect(bootstrap.interval(of: patients, absence: "") { cases.auc($0) } == outcome)
        let other = PatientBootstrap(seed: seed + 1, resamples: 300)
        #expect(other.interval(of: patients, absence: "") { cases.auc($0) } != outcome)
    }

    @Test("the interval does not depend on the order of the cases")
    func order() {
        let cases = Self.cases(3)
        let patients = cases.scores.indices.map { "p\($0 / 3)" }
        let turned = ScoredCases(scores: cases.scores.reversed(), labels: cases.labels.reversed())
        let bootstrap = PatientBootstrap(seed: 5, resamples: 200)
        let one = bootstrap.interval(of: patients, absence: "") { cases.auc($0) }
        let other = bootstrap.interval(of: patients.reversed(), absence: "") { turned.auc($0) }
        #expect(one == other)
    }

    @Test("studies of one patient that say the same widen the interval")
    func clusters() throws {
        let cases = Self.cases(4, count: 50)
        let fourfold = ScoredCases(
            scores: (0..<4).flatMap { _ in cases.scores }, labels: (0..<4).flatMap { _ in cases.labels })
        let bootstrap = PatientBootstrap(seed: 1, resamples: 500)
        func width(_ patients: [String]) throws -> Double {
            guard
                case .measured(let found) = bootstrap.interval(
                    of: patients, absence: "", statistic: { fourfold.auc($0) })
            else { throw EvalError.noLabels }
            return found.high - found.low
        }
        let byPatient = try width((0..<200).map { "p\($0 % 50)" })
        let byStudy = try width((0..<200).map { "s\($0)" })
        #expect(byPatient > 1.6 * byStudy, "copies of a patient are no new patients")
    }

    @Test("1,000 resamples of the AUC of 1,000 studies take less than 2 s")
    func speed() {
        let cases = Self.cases(9, count: 1_000)
        let patients = (0..<1_000).map { "p\($0 / 2)" }
        var outcome = Outcome.notMeasured(n: 0, reason: "")
        let time = ContinuousClock().measure {
            outcome = PatientBootstrap().interval(of: patients, absence: "") { cases.auc($0) }
        }
        guard case .measured(let found) = outcome else {
            Issue.record("\(outcome)")
            return
        }
        #expect(found.low < found.value && found.value < found.high)
        if TimedRun.isAlone { #expect(time < .seconds(2)) }
    }

    @Test("pairs of patients drawn by weight count as the copies would", arguments: UInt64(0)..<5)
    func pairs(seed: UInt64) throws {
        var random = SplitMix64(seed: seed)
        let scores = (0..<8).map { _ in (0..<8).map { _ in Float(Int.random(in: 0...9, using: &random)) } }
        let weights: [Double] = [2, 0, 1, 3]
        var pairs: [PairCases.Pair] = []
        var (same, other): ([Float], [Float]) = ([], [])
        for one in 0..<8 {
            for two in (one + 1)..<8 {
                let (first, second) = (one / 2, two / 2)
                pairs.append(
                    PairCases.Pair(score: scores[one][two], first: Int32(first), second: Int32(second)))
                let copies = first == second ? weights[first] : weights[first] * weights[second]
                for _ in 0..<Int(copies) {
                    if first == second {
                        same.append(scores[one][two])
                    } else {
                        other.append(scores[one][two])
                    }
                }
            }
        }
        var above = 0.0
        for own in same { for wrong in other { above += own > wrong ? 1 : own == wrong ? 0.5 : 0 } }
        let found = PairCases(pairs, patients: 4).auc(weights)
        #expect(abs(try #require(found) - above / Double(same.count * other.count)) < 1e-12)
    }

    @Test("the median rank of weighted queries is that of the copies")
    func median() {
        let ranks = Ranks([5, 1, 9, 2])
        #expect(ranks.medianRank([1, 1, 1, 1]) == 3.5)
        #expect(ranks.medianRank([0, 3, 1, 0]) == 1)
        #expect(ranks.medianRank([0, 1, 1, 0]) == 5)
        #expect(ranks.medianRank([0, 0, 0, 0]) == nil)
    }

    @Test("separable cases have a finite logistic fit")
    func separable() throws {
        let scale = try #require(
            LogisticScale(scores: [0, 1, 2, 10, 11, 12], labels: [false, false, false, true, true, true]))
        #expect(scale.slope.isFinite && scale.slope > 0)
        #expect(scale.probability(0) < 0.01 && scale.probability(12) > 0.99)
        #expect(LogisticScale(scores: [1, 1], labels: [true, false]) == nil)
    }
}
