/// A part in which two embedding spaces differ.
public enum SpaceDifference: String, Sendable, Codable, CaseIterable {
    /// What the vectors are good for.
    case slot
    /// The model's weights file.
    case weights
    /// Which frames are shown.
    case frames
    /// Their channel order.
    case channels
    /// The share cut away.
    case zoom
    /// The masking.
    case mask
    /// The arithmetic.
    case precision
    /// The vectors' length.
    case dimension
    /// How files were decoded and scaled, by the version of this program that wrote the index.
    case preprocessing
}
