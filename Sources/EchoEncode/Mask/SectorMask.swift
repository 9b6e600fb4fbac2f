public import EchoCore

/// Which pixels of a clip are ultrasound and which are scanner furniture: text, scales, logo, ECG.
public struct SectorMask: Sendable, Equatable {
    /// What the mask rests on.
    public enum Method: String, Sendable, Codable, CaseIterable {
        /// The header's region tags, narrowed to the sector inside them by the pixels.
        case regions
        /// Motion and geometry alone.
        case pixels
        /// The caller wanted no mask.
        case none
    }

    /// The extent of the pictures it fits.
    public let size: PictureSize
    /// 1 inside, 0 outside, row-major: shape `[height, width]`.
    public let pixels: [UInt8]
    /// What it rests on.
    public let method: Method
    /// Share of the picture inside, 0...1.
    public let coverage: Double
    /// How it was found, in words, without patient data.
    public let reason: String

    /// Counts the coverage.
    ///
    /// - Precondition: one byte a pixel, each 0 or 1.
    public init(size: PictureSize, pixels: [UInt8], method: Method, reason: String) {
        precondition(
            pixels.count == size.pixelCount,
            "a mask of \(size) needs \(size.pixelCount) bytes, there are \(pixels.count)")
        precondition(pixels.allSatisfy { $0 <= 1 }, "a mask's bytes are 0 or 1")
        self.size = size
        self.pixels = pixels
        self.method = method
        self.coverage = Double(pixels.reduce(0) { $0 + Int($1) }) / Double(size.pixelCount)
        self.reason = reason
    }

    /// The whole picture, for a caller that asked for no mask.
    public static func none(size: PictureSize) -> SectorMask {
        SectorMask(
            size: size, pixels: [UInt8](repeating: 1, count: size.pixelCount), method: .none,
            reason: "no mask was asked for: the whole picture is shown")
    }
}
