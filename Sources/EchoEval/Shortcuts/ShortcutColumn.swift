/// What is left of the pictures in one of the three columns of the shortcut check.
public enum ShortcutColumn: String, Sendable, Codable, CaseIterable {
    /// As the files are, banners, ECG and text included.
    case original
    /// Everything outside the sector covered.
    case covered
    /// Only what lies outside the sector.
    case tagsOnly = "tags_only"

    /// The option that names the column's index.
    public var option: String {
        switch self {
        case .original: "--index"
        case .covered: "--covered-index"
        case .tagsOnly: "--tags-index"
        }
    }
}
