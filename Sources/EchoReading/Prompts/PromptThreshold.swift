public import EchoCore

/// A score above which a set says yes, with where it comes from.
///
/// It holds for one model's weights and one set's sentences; for others it means nothing.
public struct PromptThreshold: Sendable, Hashable, Codable {
    /// The score.
    public let value: Double
    /// SHA-256 of the weights it was found with.
    public let weights: ContentHash
    /// Who found it, and how.
    public let source: String
    /// On which data.
    public let dataSet: String
    /// When, `YYYY-MM-DD`.
    public let date: String

    /// Joins the parts.
    public init(value: Double, weights: ContentHash, source: String, dataSet: String, date: String) {
        self.value = value
        self.weights = weights
        self.source = source
        self.dataSet = dataSet
        self.date = date
    }

    private enum CodingKeys: String, CodingKey {
        case value, weights, source, date
        case dataSet = "data_set"
    }
}
