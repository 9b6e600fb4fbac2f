/// Which part of a clip's pictures is shown.
public enum Picture: String, Sendable, Codable, CaseIterable {
    /// The ultrasound sector alone: what the scanner writes around it, names too, is black.
    case masked
    /// All of it, for those who treat the patient.
    case whole
}
