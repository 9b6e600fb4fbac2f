import EchoPhantom

extension ZeroShotMeasures {
    /// ROC curves of the devices and of the findings that goals are set for, and two plots a readout of a number.
    var figures: [Figure] {
        let devices = BinaryFinding.allCases.compactMap { finding in
            curve(finding.rawValue, label: { $0.flags[finding] }, score: { $0.queries[finding]?.mean })
        }
        let chambers = Self.chambers.compactMap { finding in
            curve(
                "severe \(finding.rawValue)", label: { $0.grades[finding].map { $0 == .severe } },
                score: { $0.grades[finding]?.exactly(3) })
        }
        let effusion = curve(
            GradedFinding.effusion.rawValue, label: { $0.grades[.effusion].map { $0 != .normal } },
            score: { $0.grades[.effusion]?.atLeast(1) })
        var figures: [Figure] = []
        let parts = [
            ("roc-devices", "Devices by prompts", devices),
            ("roc-findings", "Findings by prompts", [effusion].compactMap(\.self) + chambers),
        ]
        for (name, title, curves) in parts where !curves.isEmpty {
            figures.append(Figure(name: name, svg: ROCPlot(title: title, curves: curves).svg))
        }
        for quantity in Quantity.allCases {
            for readout in NumberReadout.allCases {
                let (found, _) = agreement(quantity, readout)
                guard found.estimates.count > 1 else { continue }
                figures += AgreementPlots(quantity: quantity, readout: readout, agreement: found).figures
            }
        }
        return figures
    }

    private static let chambers: [GradedFinding] = [
        .leftVentricleDilation, .leftAtriumDilation, .rightVentricleDilation, .rightAtriumDilation,
    ]

    /// A question's curve; `nil` without studies of both answers.
    private func curve(
        _ name: String, label: (LabelledStudy) -> Bool?, score: (ZeroShotRow) -> Double?
    ) -> ROCPlot.Curve? {
        let cases = cases(label: label, score: score)
        let scored = ScoredCases(scores: cases.scores, labels: cases.labels)
        guard let auc = scored.auc(scored.ones) else { return nil }
        return ROCPlot.Curve(name: name.replacing("_", with: " "), auc: auc, points: scored.rocPoints)
    }
}
