/// A draft, with what a person put in the place of some sections; still a draft.
public struct EditedDraft: Sendable, Equatable, Encodable {
    /// The draft as it was made.
    public let draft: Draft
    /// The edits, at most one a section.
    public let edits: [SectionEdit]

    /// Joins the two.
    public init(draft: Draft, edits: [SectionEdit]) {
        self.draft = draft
        self.edits = edits
    }

    /// As ``Draft/text``, edited sections with their label.
    public var text: String { draft.text(edits: edits) }
    /// As ``Draft/markdown``, edited sections with their label.
    public var markdown: String { draft.markdown(edits: edits) }

    private enum Keys: String, CodingKey { case edits }

    /// The draft's own keys; `edits` beside them where there are any.
    public func encode(to encoder: any Encoder) throws {
        try draft.encode(to: encoder)
        guard !edits.isEmpty else { return }
        var container = encoder.container(keyedBy: Keys.self)
        try container.encode(edits, forKey: .edits)
    }
}
