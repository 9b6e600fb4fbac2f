/// What is left of the pictures in one of the columns of the shortcut check.
public enum ShortcutColumn: String, Sendable, Codable, CaseIterable {
    /// As the files are, banners, ECG and text included.
    case original
    /// Everything outside the sector covered.
    case covered
    /// Only what lies outside the sector, shown to the model without a mask.
    case tagsOnly = "tags_only"
    /// Only what lies outside the sector, behind the mask.
    case tagsMasked = "tags_masked"

    /// Those whose answers are compared; of ``tagsMasked`` only what the mask refuses counts.
    static let answering: [ShortcutColumn] = [.original, .covered, .tagsOnly]

    /// The option that names the column's index.
    public var option: String {
        switch self {
        case .original: "--index"
        case .covered: "--covered-index"
        case .tagsOnly: "--tags-index"
        case .tagsMasked: "--masked-tags-index"
        }
    }
}
