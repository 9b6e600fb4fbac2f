extension ZeroShotMeasures {
    /// Reduced below this, as most guidelines draw the line of heart failure with reduced ejection fraction.
    static let reducedFraction = 40.0

    /// Estimates and truths of one way of reading a number.
    func agreement(_ quantity: Quantity, _ readout: NumberReadout) -> (Agreement, patients: [String]) {
        var (estimates, truths, patients): ([Double], [Double], [String]) = ([], [], [])
        for row in rows {
            guard let truth = row.study.labels.numbers[quantity],
                let estimate = row.numbers[quantity]?[readout]
            else { continue }
            estimates.append(estimate)
            truths.append(truth)
            patients.append(row.study.labels.patient)
        }
        return (Agreement(estimates: estimates, truths: truths), patients)
    }

    /// A number's metrics by one way of reading; only the mean absolute error in short form.
    func number(_ quantity: Quantity, _ readout: NumberReadout, isShort: Bool) -> MetricTable {
        let (found, patients) = agreement(quantity, readout)
        var table = MetricTable()
        func add(_ key: String, _ statistic: ([Double]) -> Double?) {
            table["\(quantity.rawValue).\(key).\(readout.rawValue)"] = bootstrap.interval(
                of: patients, absence: absence(quantity, readout), statistic: statistic)
        }
        add("mae") { found.meanAbsoluteError($0) }
        guard !isShort else { return table }
        add("rmse") { found.rootMeanSquareError($0) }
        add("bias") { found.bias($0) }
        add("limit_low") { found.limitsOfAgreement($0)?.lowerBound }
        add("limit_high") { found.limitsOfAgreement($0)?.upperBound }
        add("r") { found.correlation($0) }
        if quantity == .ejectionFraction {
            let scored = ScoredCases(
                scores: found.estimates.map { -$0 }, labels: found.truths.map { $0 < Self.reducedFraction })
            table["ef.below_40.auc.\(readout.rawValue)"] = bootstrap.interval(
                of: patients,
                absence: found.estimates.isEmpty ? absence(quantity, readout) : scored.absence
            ) {
                scored.auc($0)
            }
        }
        return table
    }

    private func absence(_ quantity: Quantity, _ readout: NumberReadout) -> String {
        if readout == .motion { return "the model has no motion readout, or no study has enough frames" }
        if missing.contains(quantity.rawValue) { return "no prompt set asks for it" }
        return "too few labelled studies with an estimate"
    }
}
