/// What kind of picture a clip shows.
public enum ClipKind: String, Sendable, Codable, CaseIterable {
    /// Moving gray-scale tissue.
    case bMode = "b-mode"
    /// Tissue with color-coded flow.
    case color
    /// A spectral Doppler or M-mode trace.
    case spectral
    /// One picture, or one that does not move.
    case still

    /// Whether estimates, identity and device queries use it unless told otherwise.
    public var isUsable: Bool { self == .bMode }
}
