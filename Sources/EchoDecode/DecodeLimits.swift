/// Sizes past which a file is refused before anything is allocated for it.
public struct DecodeLimits: Sendable, Equatable {
    /// Pixels in one frame.
    public var framePixels: Int
    /// Frames in one file.
    public var frames: Int
    /// Bytes in one file.
    public var fileBytes: Int

    /// 16,777,216 pixels a frame (4096 squared), 20,000 frames, 4 GiB: several times the largest echo clip.
    public static let standard = DecodeLimits(framePixels: 1 << 24, frames: 20_000, fileBytes: 1 << 32)

    /// Takes the three limits, each above 0.
    public init(framePixels: Int, frames: Int, fileBytes: Int) {
        self.framePixels = framePixels
        self.frames = frames
        self.fileBytes = fileBytes
    }
}
