import EchoReading

/// Estimates against truth, and their difference against their mean.
struct AgreementPlots {
    let quantity: Quantity
    let readout: NumberReadout
    let agreement: Agreement

    var figures: [Figure] {
        let name = "\(quantity.rawValue.replacing("_", with: "-"))-\(readout.rawValue)"
        return [
            Figure(name: "scatter-\(name)", svg: scatter),
            Figure(name: "bland-altman-\(name)", svg: blandAltman),
        ]
    }

    private var title: String { "\(quantity.title), \(readout.rawValue) readout" }

    private var scatter: String {
        let range = Self.range(agreement.truths + agreement.estimates)
        var area = PlotArea(
            title: title.prefix(1).uppercased() + title.dropFirst(), x: range, y: range,
            xLabel: "true \(quantity.title) (\(quantity.unit))",
            yLabel: "estimated \(quantity.title) (\(quantity.unit))", width: 500, height: 500)
        area.canvas.line(
            area.at(range.lowerBound, range.lowerBound), area.at(range.upperBound, range.upperBound),
            color: "#9aa1ab", dash: "4 4")
        for (truth, estimate) in zip(agreement.truths, agreement.estimates) {
            area.canvas.dot(area.at(truth, estimate), color: PlotArea.colors[0])
        }
        let ones = agreement.ones
        var words = "n = \(ones.count)"
        if let error = agreement.meanAbsoluteError(ones) {
            words += ", MAE \(error.fixed(1)) \(quantity.unit)"
        }
        if let r = agreement.correlation(ones) { words += ", r \(r.fixed(2))" }
        area.legend([(PlotArea.colors[0], words)], at: (area.left + 16, area.top + 20))
        return area.canvas.text
    }

    private var blandAltman: String {
        let means = zip(agreement.truths, agreement.estimates).map { ($0 + $1) / 2 }
        let differences = agreement.differences
        let ones = agreement.ones
        let limits = agreement.limitsOfAgreement(ones)
        let ends = differences + (limits.map { [$0.lowerBound, $0.upperBound] } ?? [])
        // Room over the highest line for its words.
        let reach = max(1, (ends.map(abs).max() ?? 1) * 1.15)
        var area = PlotArea(
            title: "Bland-Altman: \(title)", x: Self.range(means), y: -reach...reach,
            xLabel: "mean of estimate and truth (\(quantity.unit))",
            yLabel: "estimate − truth (\(quantity.unit))")
        for (mean, difference) in zip(means, differences) {
            area.canvas.dot(area.at(mean, difference), color: PlotArea.colors[0])
        }
        guard let bias = agreement.bias(ones), let limits else { return area.canvas.text }
        let lines = [
            ("bias", bias, ""), ("−1.96 SD", limits.lowerBound, "6 4"),
            ("+1.96 SD", limits.upperBound, "6 4"),
        ]
        for (name, height, dash) in lines {
            let place = area.at(area.x.upperBound, height)
            area.canvas.line(
                area.at(area.x.lowerBound, height), place, color: PlotArea.colors[1], width: 1.5,
                dash: dash.isEmpty ? nil : dash)
            let words = "\(name) \(height.fixed(1))"
            let length = Double(words.count) * 6.4
            area.canvas.box(
                (place.0 - length - 4, place.1 - 17), width: length + 4, height: 15, color: "#ffffff")
            area.canvas.text(
                words, at: (place.0 - 4, place.1 - 5), anchor: .end,
                color: PlotArea.colors[1])
        }
        return area.canvas.text
    }

    /// A little wider than the numbers, on whole tens.
    private static func range(_ values: [Double]) -> ClosedRange<Double> {
        let low = ((values.min() ?? 0) / 10).rounded(.down) * 10
        let high = ((values.max() ?? 100) / 10).rounded(.up) * 10
        return low...max(high, low + 10)
    }
}
