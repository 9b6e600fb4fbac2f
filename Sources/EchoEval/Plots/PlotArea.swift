import EchoReading

/// Axes with a title, a grid and labels, and where numbers lie on them.
struct PlotArea {
    var canvas: SVGCanvas
    let x: ClosedRange<Double>
    let y: ClosedRange<Double>

    /// Room for title, labels and numbers.
    private static let margin = (left: 66.0, right: 20.0, top: 40.0, bottom: 54.0)
    /// Where a line below the title begins.
    static let notePlace = (margin.left, 37.0)
    private static let grid = "#e3e6ea"
    private static let frame = "#6b7280"

    /// Lines and dots that the color-blind can tell apart.
    ///
    /// - Source: Okabe and Ito 2008.
    static let colors = ["#0072b2", "#d55e00", "#009e73", "#cc79a7", "#e69f00", "#56b4e9"]

    init(
        title: String, x: ClosedRange<Double>, y: ClosedRange<Double>, xLabel: String, yLabel: String,
        width: Double = 520, height: Double = 440
    ) {
        canvas = SVGCanvas(width: width, height: height)
        self.x = x
        self.y = y
        canvas.text(title, at: (Self.margin.left, 24), size: 15)
        grid()
        let middle = (left + right) / 2
        canvas.text(xLabel, at: (middle, height - 14), size: 13, anchor: .middle)
        canvas.text(yLabel, at: (18, (top + bottom) / 2), size: 13, anchor: .middle, turned: true)
    }

    var left: Double { Self.margin.left }
    var right: Double { canvas.width - Self.margin.right }
    var top: Double { Self.margin.top }
    var bottom: Double { canvas.height - Self.margin.bottom }

    /// Where a pair of numbers lies, kept within the frame.
    func at(_ across: Double, _ up: Double) -> (Double, Double) {
        let shareX = (across - x.lowerBound) / (x.upperBound - x.lowerBound)
        let shareY = (up - y.lowerBound) / (y.upperBound - y.lowerBound)
        return (
            left + (right - left) * min(1, max(0, shareX)), bottom - (bottom - top) * min(1, max(0, shareY))
        )
    }

    /// Names colors, one under the other, with a white ground so that no line runs through the words.
    mutating func legend(_ entries: [(color: String, words: String)], at corner: (Double, Double)) {
        let widest = Double(entries.map(\.words.count).max() ?? 0) * 6.4 + 34
        canvas.box(
            (corner.0 - 6, corner.1 - 14), width: widest, height: Double(entries.count) * 17 + 6,
            color: "#ffffff")
        for (place, entry) in entries.enumerated() {
            let height = corner.1 + Double(place) * 17
            canvas.line((corner.0, height - 4), (corner.0 + 18, height - 4), color: entry.color, width: 3)
            canvas.text(entry.words, at: (corner.0 + 24, height))
        }
    }

    private mutating func grid() {
        let (across, up) = (AxisTicks(x), AxisTicks(y))
        for value in across.values {
            let place = at(value, y.lowerBound)
            canvas.line((place.0, top), (place.0, bottom), color: Self.grid)
            canvas.text(
                value.fixed(across.decimals), at: (place.0, bottom + 18), anchor: .middle, color: "#444444")
        }
        for value in up.values {
            let place = at(x.lowerBound, value)
            canvas.line((left, place.1), (right, place.1), color: Self.grid)
            canvas.text(
                value.fixed(up.decimals), at: (left - 8, place.1 + 4), anchor: .end, color: "#444444")
        }
        canvas.line((left, bottom), (right, bottom), color: Self.frame)
        canvas.line((left, top), (left, bottom), color: Self.frame)
    }
}
