/// A drawing that goes with a report.
public struct Figure: Sendable, Equatable {
    /// The file's name without its ending.
    public let name: String
    /// The picture as SVG 1.1.
    public let svg: String

    /// Joins the two.
    public init(name: String, svg: String) {
        self.name = name
        self.svg = svg
    }

    /// The same with a line below the title: a drawing leaves the report that it belongs to.
    func noted(_ words: String) -> Figure {
        var note = SVGCanvas(width: 0, height: 0)
        note.text(words, at: PlotArea.notePlace, size: 11, color: "#a33b00")
        return Figure(name: name, svg: note.drawn(over: svg))
    }
}
