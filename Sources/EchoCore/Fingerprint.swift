/// Everything that decides what vector a clip gets; vectors of different fingerprints are never compared.
public struct Fingerprint: Sendable, Hashable, Codable, CustomStringConvertible {
    /// The model's name as imported.
    public var model: String
    /// SHA-256 of its weights file.
    public var weights: ContentHash
    /// Frames shown.
    public var frames: FrameRule
    /// Channel order shown.
    public var channels: ChannelOrder
    /// Share of each side cut away before scaling, 0 ..< 0.5; the reference cuts 0.1.
    public var zoom: Double
    /// Masking.
    public var mask: MaskRule
    /// Arithmetic, such as `fp32`.
    public var precision: String
    /// Raised whenever decoding, masking or scaling changes what the model sees.
    public static let preprocessingVersion = 2

    /// Joins the parts.
    public init(
        model: String, weights: ContentHash, frames: FrameRule, channels: ChannelOrder, zoom: Double,
        mask: MaskRule, precision: String
    ) {
        self.model = model
        self.weights = weights
        self.frames = frames
        self.channels = channels
        self.zoom = zoom
        self.mask = mask
        self.precision = precision
    }

    /// One line that is equal exactly where the vectors may be compared.
    ///
    /// The name is left out: the same weights under another name give the same vectors.
    public var description: String {
        "weights=\(weights.hex.prefix(16));frames=\(frames);channels=\(channels.rawValue);zoom=\(zoom);"
            + "mask=\(mask.rawValue);precision=\(precision);preprocessing=\(Self.preprocessingVersion)"
    }
}
