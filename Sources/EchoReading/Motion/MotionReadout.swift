public import EchoCore

/// Reads a number off how a clip's frames move: what the frames have in common and how far they differ.
///
/// The ejection fraction is not in the mean of single frames; the spread over a beat holds it. A readout was
/// fitted to one model's vectors and means nothing for another's.
///
/// - Source: measured on the simulator, `Models/phantom/train/README.md`.
public struct MotionReadout: Sendable, Equatable, Codable {
    /// What it is asked for by, such as `ef`.
    public let name: String
    /// For people.
    public let title: String
    /// Such as `%` or `mmHg`.
    public let unit: String
    /// No answer is below.
    public let minimum: Float
    /// No answer is above.
    public let maximum: Float
    /// Clips of another named view are left out; empty for every view.
    public let views: [String]
    /// Frames below which a spread says little and a clip is left out, at least 2.
    public let leastFrames: Int
    /// From `[2 · dimension]` values, means then deviations, to one.
    public let layers: [MotionLayer]
    /// SHA-256 of the weights whose vectors it was fitted to.
    public let weights: ContentHash
    /// Who fitted it, and how.
    public let source: String
    /// On which data.
    public let dataSet: String
    /// When, `YYYY-MM-DD`.
    public let date: String
    /// How far off it was on patients that it was not fitted to; `nil` where nobody looked.
    public let validation: MotionValidation?

    private enum CodingKeys: String, CodingKey {
        case name, title, unit, minimum, maximum, views, layers, weights, source, date, validation
        case leastFrames = "least_frames"
        case dataSet = "data_set"
    }

    /// Takes all of it.
    public init(
        name: String, title: String, unit: String, minimum: Float, maximum: Float, views: [String],
        leastFrames: Int, layers: [MotionLayer], weights: ContentHash, source: String, dataSet: String,
        date: String, validation: MotionValidation?
    ) {
        self.name = name
        self.title = title
        self.unit = unit
        self.minimum = minimum
        self.maximum = maximum
        self.views = views
        self.leastFrames = leastFrames
        self.layers = layers
        self.weights = weights
        self.source = source
        self.dataSet = dataSet
        self.date = date
        self.validation = validation
    }
}
