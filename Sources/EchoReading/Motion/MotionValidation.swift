/// How far off a readout was on patients that it was not fitted to.
public struct MotionValidation: Sendable, Equatable, Codable {
    /// The mean absolute error over studies, in the readout's unit.
    public let meanAbsoluteError: Float
    /// The lower end of its 95 % interval.
    public let low: Float
    /// The upper end of its 95 % interval.
    public let high: Float
    /// How many studies.
    public let studies: Int

    private enum CodingKeys: String, CodingKey {
        case low, high, studies
        case meanAbsoluteError = "mean_absolute_error"
    }

    /// Takes the numbers.
    public init(meanAbsoluteError: Float, low: Float, high: Float, studies: Int) {
        self.meanAbsoluteError = meanAbsoluteError
        self.low = low
        self.high = high
        self.studies = studies
    }
}
