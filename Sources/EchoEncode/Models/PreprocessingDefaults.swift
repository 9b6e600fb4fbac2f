public import EchoCore

/// How a model's clips are shown to it unless the caller says otherwise.
public struct PreprocessingDefaults: Sendable, Equatable, Codable {
    /// Channel order.
    public var channels: ChannelOrder
    /// Share of each side cut away before scaling, 0 ..< 0.5.
    public var zoom: Double
    /// Frames shown.
    public var frames: FrameRule
    /// Masking.
    public var mask: MaskRule

    /// What the published EchoCLIP code does, with the sector masked.
    ///
    /// - Source: `utils.py` (`read_avi`, `crop_and_scale`) and `zero_shot_example.py`, echonet/echo_CLIP.
    public static let reference = PreprocessingDefaults(
        channels: .bgr, zoom: 0.1, frames: .reference, mask: .auto)

    /// Joins the parts.
    ///
    /// - Precondition: `zoom` is in 0 ..< 0.5.
    public init(channels: ChannelOrder, zoom: Double, frames: FrameRule, mask: MaskRule) {
        precondition((0..<0.5).contains(zoom), "a zoom of \(zoom) leaves nothing; it is in 0 ..< 0.5")
        self.channels = channels
        self.zoom = zoom
        self.frames = frames
        self.mask = mask
    }
}
