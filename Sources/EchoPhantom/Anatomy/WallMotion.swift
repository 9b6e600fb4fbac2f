/// Which part of the left ventricle moves less than the rest.
public enum WallMotion: String, Sendable, Codable, CaseIterable {
    /// All walls move alike.
    case uniform
    /// The anterior wall and the anterior septum hardly move.
    case anterior
    /// The inferior and inferolateral walls hardly move.
    case inferior
    /// The apex hardly moves.
    case apical
}
