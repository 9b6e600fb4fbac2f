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
}
