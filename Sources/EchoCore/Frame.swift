/// One picture of a clip, as the file holds it.
public struct Frame: Sendable, Equatable {
    /// Its place in the clip, from 0.
    public let index: Int
    /// When it is shown, from the clip's first frame.
    public let time: Duration
    /// Its extent.
    public let size: PictureSize
    /// 8-bit RGB, interleaved, row-major: shape `[height, width, 3]`.
    ///
    /// Gray pictures have three equal channels.
    public let pixels: [UInt8]

    /// - Precondition: `pixels` holds `width × height × 3` bytes.
    public init(index: Int, time: Duration, size: PictureSize, pixels: [UInt8]) {
        precondition(
            pixels.count == size.pixelCount * 3,
            "\(size) RGB needs \(size.pixelCount * 3) bytes, there are \(pixels.count)")
        self.index = index
        self.time = time
        self.size = size
        self.pixels = pixels
    }
}
