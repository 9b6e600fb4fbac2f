/// Whether what lies outside the ultrasound sector is blanked before the model sees it.
public enum MaskRule: String, Sendable, Codable, CaseIterable {
    /// Find the sector from tags or pixels; a clip whose sector cannot be trusted is quarantined.
    case auto
    /// Show the whole picture, scanner text included.
    case none
}
