/// A ConvNeXt's shape; ConvNeXt-Base has depths 3, 3, 27, 3 and widths 128, 256, 512, 1024.
public struct VisionConfiguration: Sendable, Equatable, Codable {
    /// Blocks in each of the four stages.
    public var depths: [Int]
    /// Channels in each stage.
    public var widths: [Int]
    /// Side of the square input in pixels, a multiple of 32; 224 for EchoCLIP.
    public var imageSize: Int

    /// Takes the shape as it is.
    public init(depths: [Int], widths: [Int], imageSize: Int) {
        self.depths = depths
        self.widths = widths
        self.imageSize = imageSize
    }
}
