/// Percentile intervals from resampling patients, so that a patient's studies stay together.
///
/// Each resample draws as many patients as there are, with replacement; a case counts as often as its patient
/// was drawn. Resamples in which the statistic does not exist, such as an AUC without positives, are left out.
///
/// - Source: Efron and Tibshirani 1993, chapter 13; 1,000 resamples as in arXiv 2308.15670.
public struct PatientBootstrap: Sendable, Equatable {
    /// Where the draws start.
    public var seed: UInt64
    /// How many resamples, at least 1.
    public var resamples: Int

    /// The paper's number.
    public static let usualResamples = 1_000
    /// The interval's ends, as shares of the resamples.
    static let ends = (low: 0.025, high: 0.975)

    /// - Precondition: at least one resample.
    public init(seed: UInt64 = 0, resamples: Int = PatientBootstrap.usualResamples) {
        precondition(resamples > 0, "\(resamples) resamples")
        self.seed = seed
        self.resamples = resamples
    }

    /// An interval for a statistic of the patients' weights.
    ///
    /// - Parameters:
    ///   - patients: how many there are.
    ///   - cases: what the result says it rests on.
    ///   - absence: why the statistic may not exist on the whole.
    ///   - statistic: given one weight a patient; `nil` where it does not exist.
    package func interval(
        patients: Int, cases: Int, absence: String, statistic: ([Double]) -> Double?
    ) -> Outcome {
        guard patients > 0, let value = statistic([Double](repeating: 1, count: patients)), value.isFinite
        else { return .notMeasured(n: cases, reason: absence) }
        var found: [Double] = []
        found.reserveCapacity(resamples)
        for resample in 0..<resamples {
            if let one = statistic(weights(patients, resample: resample)), one.isFinite { found.append(one) }
        }
        found.sort()
        let low = found.isEmpty ? value : Quantile.of(found, Self.ends.low)
        let high = found.isEmpty ? value : Quantile.of(found, Self.ends.high)
        return .measured(Interval(value: value, low: low, high: high, n: cases))
    }

    /// An interval for a statistic of the cases' weights.
    ///
    /// - Parameter patients: whose each case is.
    package func interval(
        of patients: [String], absence: String, statistic: ([Double]) -> Double?
    ) -> Outcome {
        let clusters = Clusters(patients)
        return interval(patients: clusters.count, cases: patients.count, absence: absence) { weights in
            statistic(clusters.of.map { weights[$0] })
        }
    }

    /// How often each patient is drawn in one resample.
    package func weights(_ patients: Int, resample: Int) -> [Double] {
        var generator = SeededGenerator(seed: seed, stream: UInt64(resample) &+ 1)
        var weights = [Double](repeating: 0, count: patients)
        for _ in 0..<patients { weights[generator.below(patients)] += 1 }
        return weights
    }
}
