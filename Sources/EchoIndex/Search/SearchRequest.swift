public import EchoCore

/// A question to the index, what lies nearest to a vector.
public struct SearchRequest: Sendable {
    /// The vector.
    public var query: Embedding
    /// The space it was made in; one that is not the index's own is refused.
    public var space: EmbeddingSpace
    /// What to rank.
    public var level: SearchLevel
    /// Which part of the ranking to give.
    public var page: Page
    /// What may be ranked at all.
    public var filter: SearchFilter

    /// Results given unless told otherwise.
    public static let defaultLimit = 10

    /// Joins the parts.
    public init(
        query: Embedding, space: EmbeddingSpace, level: SearchLevel,
        page: Page = Page(limit: Self.defaultLimit), filter: SearchFilter = SearchFilter()
    ) {
        self.query = query
        self.space = space
        self.level = level
        self.page = page
        self.filter = filter
    }
}
