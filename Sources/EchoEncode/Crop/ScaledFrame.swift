public import EchoCore

/// A frame as the model is fed: cut, scaled, in the model's channel order, not yet normalized.
public struct ScaledFrame: Sendable, Equatable {
    /// Pixels on each side.
    public let side: Int
    /// What the three channels are.
    public let channels: ChannelOrder
    /// 0...255, interleaved, row-major: shape `[side, side, 3]`.
    public let pixels: [UInt8]

    /// - Precondition: `pixels` holds `side × side × 3` bytes.
    public init(side: Int, channels: ChannelOrder, pixels: [UInt8]) {
        precondition(
            pixels.count == side * side * 3,
            "\(side)x\(side) with 3 channels needs \(side * side * 3) bytes, there are \(pixels.count)")
        self.side = side
        self.channels = channels
        self.pixels = pixels
    }
}
