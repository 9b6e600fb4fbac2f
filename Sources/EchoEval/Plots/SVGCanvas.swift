import EchoReading

/// Collects SVG elements; all lengths in pixels, numbers with at most two decimals so that files stay small.
struct SVGCanvas {
    let width: Double
    let height: Double
    private var elements: [String] = []

    /// Where a text is held.
    enum Anchor: String {
        case start, middle, end
    }

    init(width: Double, height: Double) {
        self.width = width
        self.height = height
    }

    /// The whole file, on white, so that it reads on any page.
    var text: String {
        let size = "width=\"\(Self.number(width))\" height=\"\(Self.number(height))\""
        let head =
            "<svg xmlns=\"http://www.w3.org/2000/svg\" \(size) viewBox=\"0 0 \(Self.number(width)) "
            + "\(Self.number(height))\" font-family=\"Helvetica, Arial, sans-serif\">"
        let paper = "<rect \(size) fill=\"#ffffff\"/>"
        return ([head, paper] + elements + ["</svg>", ""]).joined(separator: "\n")
    }

    /// Another drawing with these elements on top.
    func drawn(over svg: String) -> String {
        svg.replacing("</svg>", with: (elements + ["</svg>"]).joined(separator: "\n"))
    }

    mutating func line(
        _ from: (Double, Double), _ to: (Double, Double), color: String, width: Double = 1,
        dash: String? = nil
    ) {
        let dashes = dash.map { " stroke-dasharray=\"\($0)\"" } ?? ""
        elements.append(
            "<line x1=\"\(Self.number(from.0))\" y1=\"\(Self.number(from.1))\" x2=\"\(Self.number(to.0))\" "
                + "y2=\"\(Self.number(to.1))\" stroke=\"\(color)\" stroke-width=\"\(Self.number(width))\"\(dashes)/>"
        )
    }

    mutating func path(_ points: [(Double, Double)], color: String, width: Double, fill: String = "none") {
        let list = points.map { "\(Self.number($0.0)),\(Self.number($0.1))" }.joined(separator: " ")
        let opacity = fill == "none" ? "" : " fill-opacity=\"0.25\""
        elements.append(
            "<polyline points=\"\(list)\" fill=\"\(fill)\"\(opacity) stroke=\"\(color)\" "
                + "stroke-width=\"\(Self.number(width))\" stroke-linejoin=\"round\"/>")
    }

    mutating func dot(_ at: (Double, Double), color: String, radius: Double = 2) {
        elements.append(
            "<circle cx=\"\(Self.number(at.0))\" cy=\"\(Self.number(at.1))\" r=\"\(Self.number(radius))\" "
                + "fill=\"\(color)\" fill-opacity=\"0.45\"/>")
    }

    mutating func box(_ at: (Double, Double), width: Double, height: Double, color: String) {
        elements.append(
            "<rect x=\"\(Self.number(at.0))\" y=\"\(Self.number(at.1))\" width=\"\(Self.number(width))\" "
                + "height=\"\(Self.number(height))\" fill=\"\(color)\"/>")
    }

    mutating func text(
        _ words: String, at: (Double, Double), size: Double = 12, anchor: Anchor = .start,
        color: String = "#222222", turned: Bool = false
    ) {
        let place = "x=\"\(Self.number(at.0))\" y=\"\(Self.number(at.1))\""
        let turn =
            turned ? " transform=\"rotate(-90 \(Self.number(at.0)) \(Self.number(at.1)))\"" : ""
        elements.append(
            "<text \(place)\(turn) font-size=\"\(Self.number(size))\" text-anchor=\"\(anchor.rawValue)\" "
                + "fill=\"\(color)\">\(Self.escaped(words))</text>")
    }

    static func number(_ value: Double) -> String {
        value == value.rounded() ? value.fixed(0) : value.fixed(2)
    }

    private static func escaped(_ text: String) -> String {
        text.replacing("&", with: "&amp;").replacing("<", with: "&lt;").replacing(">", with: "&gt;")
    }
}
