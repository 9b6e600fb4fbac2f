/// The order in which a frame's channels reach the model.
public enum ChannelOrder: String, Sendable, Codable, CaseIterable {
    /// As the published code feeds them: OpenCV's order, taken for RGB.
    case bgr
    /// As the picture is seen.
    case rgb
}
