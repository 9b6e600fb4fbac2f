import EchoReading

/// How the cosines of several groups of pairs are spread, each group's area 1.
struct SimilarityPlot {
    let title: String
    let groups: [(name: String, values: [Double])]

    /// Height over the highest bin, where the names stand.
    static let headroom = 1.3
    /// Steps over the range.
    static let bins = 60

    var svg: String {
        let all = groups.flatMap(\.values)
        let low = min(all.min() ?? 0, 0.9)
        let range = ((low * 20).rounded(.down) / 20)...1.0
        let shapes = groups.map { density($0.values, over: range) }
        let highest = (shapes.joined().max() ?? 1) * Self.headroom
        var area = PlotArea(
            title: title, x: range, y: 0...max(highest, 1e-6), xLabel: "cosine similarity (no unit)",
            yLabel: "share of pairs per unit of cosine")
        let step = (range.upperBound - range.lowerBound) / Double(Self.bins)
        var entries: [(color: String, words: String)] = []
        for (place, shape) in shapes.enumerated() {
            let color = PlotArea.colors[place % PlotArea.colors.count]
            var outline = [area.at(range.lowerBound, 0)]
            for (bin, height) in shape.enumerated() {
                let edge = range.lowerBound + Double(bin) * step
                outline += [area.at(edge, height), area.at(edge + step, height)]
            }
            outline.append(area.at(range.upperBound, 0))
            area.canvas.path(outline, color: color, width: 1.5, fill: color)
            let mean = groups[place].values.reduce(0, +) / Double(max(1, groups[place].values.count))
            entries.append(
                (color, "\(groups[place].name), n = \(groups[place].values.count), mean \(mean.fixed(2))"))
        }
        area.legend(entries, at: (area.left + 16, area.top + 20))
        return area.canvas.text
    }

    private func density(_ values: [Double], over range: ClosedRange<Double>) -> [Double] {
        let width = (range.upperBound - range.lowerBound) / Double(Self.bins)
        var counts = [Double](repeating: 0, count: Self.bins)
        for value in values {
            let bin = Int((value - range.lowerBound) / width)
            counts[min(Self.bins - 1, max(0, bin))] += 1
        }
        return counts.map { $0 / (Double(max(1, values.count)) * width) }
    }
}
