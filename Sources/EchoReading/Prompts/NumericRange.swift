/// The values that a regression's templates are filled with.
public struct NumericRange: Sendable, Hashable, Codable {
    /// The first value.
    public let minimum: Double
    /// The last value, included where the step meets it.
    public let maximum: Double
    /// From one value to the next, above 0.
    public let step: Double

    /// The most values a range may give.
    public static let largestCount = 1_001

    /// Takes the ends as they are; ``PromptSet/validated()`` says whether they make sense.
    public init(minimum: Double, maximum: Double, step: Double = 1) {
        self.minimum = minimum
        self.maximum = maximum
        self.step = step
    }

    /// How many values there are; 0 where the range makes no sense.
    public var count: Int {
        guard step > 0, minimum.isFinite, maximum >= minimum else { return 0 }
        let steps = ((maximum - minimum) / step + 1e-9).rounded(.down)
        return steps.isFinite && steps < 1e9 ? Int(steps) + 1 : 0
    }

    /// The values, ascending.
    public var values: [Double] { (0..<count).map { minimum + Double($0) * step } }

    /// A value as it is put into a template: without a fraction where it is whole.
    package static func words(_ value: Double) -> String {
        value == value.rounded() && abs(value) < 1e9 ? String(Int(value)) : String(value)
    }

    private enum CodingKeys: String, CodingKey { case minimum, maximum, step }

    /// Reads the ends; a missing `step` is 1.
    public init(from decoder: any Decoder) throws {
        let container = try decoder.container(keyedBy: CodingKeys.self)
        self.init(
            minimum: try container.decode(Double.self, forKey: .minimum),
            maximum: try container.decode(Double.self, forKey: .maximum),
            step: try container.decodeIfPresent(Double.self, forKey: .step) ?? 1)
    }
}
