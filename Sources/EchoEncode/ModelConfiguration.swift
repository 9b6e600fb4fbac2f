/// A dual encoder's shape: a timm ConvNeXt and an open_clip text transformer meeting in one space.
public struct ModelConfiguration: Sendable, Equatable, Codable {
    /// Values in an embedding; 512 for EchoCLIP.
    public var embedDimension: Int
    /// The image tower.
    public var vision: VisionConfiguration
    /// The text tower; `nil` where the weights hold none.
    public var text: TextConfiguration?
    /// What each channel's 0…1 value is reduced by, in the order the model is fed.
    public var mean: [Float]
    /// What each channel is then divided by.
    public var standardDeviation: [Float]

    /// OpenAI's constants, which the EchoCLIP configuration names.
    public static let clipMean: [Float] = [0.48145466, 0.4578275, 0.40821073]
    /// OpenAI's constants, which the EchoCLIP configuration names.
    public static let clipStandardDeviation: [Float] = [0.26862954, 0.26130258, 0.27577711]

    /// Joins the parts.
    public init(
        embedDimension: Int, vision: VisionConfiguration, text: TextConfiguration?,
        mean: [Float] = clipMean, standardDeviation: [Float] = clipStandardDeviation
    ) {
        self.embedDimension = embedDimension
        self.vision = vision
        self.text = text
        self.mean = mean
        self.standardDeviation = standardDeviation
    }
}
