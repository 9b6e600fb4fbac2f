public import EchoIndex

/// What the shortcut check compares, beside the index under test.
public struct ShortcutIndexes: Sendable {
    /// The clips as they are; `nil` for the index under test.
    public var original: StudyIndex?
    /// The same clips with everything outside the sector covered.
    public var covered: StudyIndex?
    /// The same clips with the sector covered, taken in without a mask.
    public var tagsOnly: StudyIndex?
    /// The same clips with the sector covered, put to the mask, which ought to refuse them.
    public var tagsMasked: StudyIndex?
    /// The labels of these clips; `nil` for those of the index under test.
    public var labels: LabelSet?

    /// Names no index yet.
    public init() {}

    /// Whether there is something to compare with.
    var hasAny: Bool { covered != nil || tagsOnly != nil || tagsMasked != nil }

    /// The index that a column was named with.
    subscript(column: ShortcutColumn) -> StudyIndex? {
        switch column {
        case .original: original
        case .covered: covered
        case .tagsOnly: tagsOnly
        case .tagsMasked: tagsMasked
        }
    }
}
