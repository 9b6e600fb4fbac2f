import EchoReading

/// ROC curves of several questions in one frame.
struct ROCPlot {
    /// One question's curve.
    struct Curve {
        let name: String
        let auc: Double
        let points: [ROCPoint]
    }

    let title: String
    let curves: [Curve]

    var svg: String {
        var area = PlotArea(
            title: title, x: 0...1, y: 0...1, xLabel: "1 − specificity", yLabel: "sensitivity", width: 500,
            height: 500)
        area.canvas.line(area.at(0, 0), area.at(1, 1), color: "#9aa1ab", dash: "4 4")
        var entries: [(color: String, words: String)] = []
        for (place, curve) in curves.enumerated() {
            let color = PlotArea.colors[place % PlotArea.colors.count]
            // A vertical step before each horizontal one, as a threshold that falls past one score gives it.
            area.canvas.path(
                curve.points.map { area.at($0.falsePositiveRate, $0.sensitivity) }, color: color, width: 2)
            entries.append((color, "\(curve.name), AUC \(curve.auc.fixed(3))"))
        }
        area.legend(entries, at: (area.left + 170, area.bottom - 20 - 17 * Double(entries.count - 1)))
        return area.canvas.text
    }
}
