import EchoEval
import Testing

@Suite("Metrics, against scikit-learn and SciPy") struct GoldenTests {
    @Test("AUC, average precision and thresholds agree, with ties and weights", arguments: 0..<4)
    func binary(case number: Int) throws {
        let golden = try MetricsGolden.load().binary[number]
        let cases = ScoredCases(scores: golden.scores, labels: golden.labels)
        let weights = golden.weights
        #expect(MetricsGolden.isNear(cases.auc(weights), golden.auc))
        #expect(MetricsGolden.isNear(cases.auc(cases.ones), golden.mannWhitney))
        #expect(MetricsGolden.isNear(cases.averagePrecision(weights), golden.averagePrecision))
        #expect(
            MetricsGolden.isNear(
                cases.sensitivity(atSpecificity: 0.9, weights), golden.sensitivityAt90))
        let best = try #require(cases.bestF1(weights))
        #expect(MetricsGolden.isNear(best.f1, golden.bestF1))
        #expect(MetricsGolden.isNear(best.threshold, golden.bestThreshold))
    }

    @Test("the ROC curve has the same points", arguments: 0..<4)
    func curve(case number: Int) throws {
        let golden = try MetricsGolden.load().binary[number]
        let points = ScoredCases(scores: golden.scores, labels: golden.labels).rocPoints
        try #require(points.count == golden.sensitivity.count)
        for (place, point) in points.enumerated() {
            #expect(MetricsGolden.isNear(point.falsePositiveRate, golden.falsePositiveRate[place]))
            #expect(MetricsGolden.isNear(point.sensitivity, golden.sensitivity[place]))
            #expect(place == 0 || point.threshold == golden.thresholds[place - 1])
        }
    }

    @Test("the logistic fit and its calibration error agree", arguments: 0..<4)
    func calibration(case number: Int) throws {
        let golden = try MetricsGolden.load().binary[number]
        let scale = try #require(LogisticScale(scores: golden.scores, labels: golden.labels))
        // scikit-learn stops at a gradient, we at a step.
        #expect(MetricsGolden.isNear(scale.slope, golden.slope, within: 1e-4))
        #expect(MetricsGolden.isNear(scale.offset, golden.offset, within: 1e-4))
        let calibration = Calibration(probabilities: golden.probabilities, labels: golden.labels)
        let ones = golden.labels.map { _ in 1.0 }
        #expect(MetricsGolden.isNear(calibration.expectedError(ones), golden.ece))
    }

    @Test("errors, bias, limits of agreement and correlation agree", arguments: 0..<2)
    func agreement(case number: Int) throws {
        let golden = try MetricsGolden.load().agreement[number]
        let found = Agreement(estimates: golden.estimates, truths: golden.truths)
        #expect(MetricsGolden.isNear(found.meanAbsoluteError(found.ones), golden.mae))
        #expect(MetricsGolden.isNear(found.rootMeanSquareError(found.ones), golden.rmse))
        #expect(MetricsGolden.isNear(found.bias(found.ones), golden.bias))
        #expect(MetricsGolden.isNear(found.limitsOfAgreement(found.ones)?.lowerBound, golden.low))
        #expect(MetricsGolden.isNear(found.limitsOfAgreement(found.ones)?.upperBound, golden.high))
        #expect(MetricsGolden.isNear(found.correlation(found.ones), golden.r))
    }

    @Test("ranks, their mean and median, and recall agree under each tie rule", arguments: TieRule.allCases)
    func ranks(rule: TieRule) throws {
        let golden = try MetricsGolden.load().ranks
        let expected =
            switch rule {
            case .optimistic: golden.optimistic
            case .pessimistic: golden.pessimistic
            }
        // Each query's right answer is the one in its own place.
        let ranks = Ranks(
            golden.scores.enumerated().map { place, row in
                Ranks.rank(of: row[place], among: row, ties: rule)
            })
        #expect(ranks.values == expected.ranks)
        #expect(MetricsGolden.isNear(ranks.meanRank(ranks.ones), expected.mean))
        #expect(MetricsGolden.isNear(ranks.medianRank(ranks.ones), expected.median))
        for (limit, share) in expected.recall {
            #expect(MetricsGolden.isNear(ranks.recall(at: try #require(Int(limit)), ranks.ones), share))
        }
    }

    @Test("the confusion matrix, accuracy and balanced accuracy agree")
    func confusion() throws {
        let golden = try MetricsGolden.load().confusion
        let cases = NamedCases(truths: golden.truths, guesses: golden.guesses)
        #expect(cases.matrix.classes == golden.classes)
        #expect(cases.matrix.counts == golden.counts)
        #expect(MetricsGolden.isNear(cases.accuracy(cases.ones), golden.accuracy))
        #expect(MetricsGolden.isNear(cases.balancedAccuracy(cases.ones), golden.balanced))
    }

    @Test("quantiles agree with NumPy's")
    func quantiles() throws {
        let golden = try MetricsGolden.load().quantiles
        let sorted = golden.values.sorted()
        for (share, expected) in zip(golden.shares, golden.expected) {
            #expect(MetricsGolden.isNear(Quantile.of(sorted, share), expected))
        }
    }

    @Test("the interval is where another program's resampling of the same patients puts it")
    func bootstrap() throws {
        let golden = try MetricsGolden.load().bootstrap
        let patients = golden.scores.indices.map { "patient \($0 / 2)" }
        let cases = ScoredCases(scores: golden.scores, labels: golden.labels)
        let outcome = PatientBootstrap(seed: 1, resamples: 4_000)
            .interval(of: patients, absence: "none") { cases.auc($0) }
        guard case .measured(let interval) = outcome else {
            Issue.record("no interval")
            return
        }
        #expect(MetricsGolden.isNear(interval.value, golden.auc))
        // Two random draws of 4,000: each end wanders by about 0.002.
        #expect(abs(interval.low - golden.low) < 0.008)
        #expect(abs(interval.high - golden.high) < 0.008)
    }
}
