import EchoPhantom

extension ZeroShotMeasures {
    /// The least specificity at which a device's sensitivity is given.
    static let specificity = 0.9

    /// A yes-or-no finding's metrics; only the main one in short form.
    func query(_ finding: BinaryFinding, isShort: Bool) -> MetricTable {
        let name = finding.rawValue
        var table = MetricTable()
        let label = { (study: LabelledStudy) in study.flags[finding] }
        table["\(name).auc"] = auc(name, label: label) { $0.queries[finding]?.mean }
        guard !isShort else { return table }
        table["\(name).auc.best_clip"] = auc(name, label: label) { $0.queries[finding]?.best }
        table["\(name).auc.contrast"] = auc(name, label: label) { $0.queries[finding]?.contrast }
        let cases = cases(label: label) { $0.queries[finding]?.mean }
        let scored = ScoredCases(scores: cases.scores, labels: cases.labels)
        let absence = missing.contains(name) ? "no prompt set asks for it" : scored.absence
        func add(_ key: String, _ why: String? = nil, _ statistic: ([Double]) -> Double?) {
            table["\(name).\(key)"] = bootstrap.interval(
                of: cases.patients, absence: why ?? absence, statistic: statistic)
        }
        add("average_precision") { scored.averagePrecision($0) }
        add("sensitivity_at_specificity_0.90") { scored.sensitivity(atSpecificity: Self.specificity, $0) }
        add("best_f1") { scored.bestF1($0)?.f1 }
        add("best_f1_threshold") { scored.bestF1($0)?.threshold }
        let chances = CrossFit(cases).probabilities
        let calibration = chances.map { Calibration(probabilities: $0, labels: cases.labels) }
        let hasBoth = scored.auc(scored.ones) != nil
        add("ece", hasBoth ? CrossFit.absence : nil) { calibration?.expectedError($0) }
        return table
    }

    /// A graded finding's metrics; only any and severe in short form.
    func grade(_ finding: GradedFinding, isShort: Bool) -> MetricTable {
        let name = finding.rawValue
        var table = MetricTable()
        table["\(name).auc"] = auc(
            name, label: { $0.grades[finding].map { $0.rank >= 1 } },
            score: { $0.grades[finding]?.atLeast(1) })
        for (word, rank) in [("severe", 3), ("moderate", 2), ("mild", 1)] where !isShort || rank == 3 {
            table["\(name).\(word).auc"] = auc(
                name, label: { $0.grades[finding].map { $0.rank == rank } },
                score: { $0.grades[finding]?.exactly(rank) })
        }
        guard !isShort else { return table }
        table["\(name).moderate_or_more.auc"] = auc(
            name, label: { $0.grades[finding].map { $0.rank >= 2 } },
            score: { $0.grades[finding]?.atLeast(2) })
        table["\(name).severe.auc.contrast"] = auc(
            name, label: { $0.grades[finding].map { $0.rank == 3 } },
            score: { $0.grades[finding]?.againstNormal(3) })
        return table
    }

    /// The mean of the devices' calibration errors; patients are drawn for all devices together.
    var meanCalibrationError: Outcome {
        let clusters = Clusters(rows.map(\.study.labels.patient))
        let numbers = Dictionary(
            zip(rows.map(\.study.labels.patient), clusters.of), uniquingKeysWith: { first, _ in first })
        let devices = BinaryFinding.allCases.compactMap { finding -> (Calibration, patients: [Int])? in
            let cases = cases(label: { $0.flags[finding] }, score: { $0.queries[finding]?.mean })
            guard let chances = CrossFit(cases).probabilities, !chances.isEmpty else { return nil }
            return (
                Calibration(probabilities: chances, labels: cases.labels),
                cases.patients.map { numbers[$0] ?? 0 }
            )
        }
        return bootstrap.interval(
            patients: clusters.count, cases: devices.count, absence: "no device has a calibration error"
        ) { weights in
            let errors = devices.compactMap { device, patients in
                device.expectedError(patients.map { weights[$0] })
            }
            return errors.isEmpty ? nil : errors.reduce(0, +) / Double(errors.count)
        }
    }
}
