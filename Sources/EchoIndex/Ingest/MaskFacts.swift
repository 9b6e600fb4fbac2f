/// How a clip's sector was found.
public struct MaskFacts: Sendable, Equatable, Codable {
    /// The method, such as `region tags` or `motion`.
    public let method: String
    /// The share of the picture that the model was shown, 0...1.
    public let coverage: Double

    /// Joins the two.
    public init(method: String, coverage: Double) {
        self.method = method
        self.coverage = coverage
    }
}
