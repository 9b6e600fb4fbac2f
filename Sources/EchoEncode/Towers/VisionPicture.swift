/// A picture as the image tower takes it.
enum VisionPicture: Sendable {
    /// `[side, side, 3]`, 8 bits, channels in the order the model is fed.
    case bytes([UInt8])
    /// `[3, side, side]`, normalized already.
    case normalized([Float])
}
