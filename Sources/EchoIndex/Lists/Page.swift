/// A part of a list.
public struct Page: Sendable, Hashable, Codable {
    /// How many entries to leave out first, at least 0.
    public let offset: Int
    /// How many entries at most, at least 0.
    public let limit: Int

    /// The whole list.
    public static let all = Page(offset: 0, limit: .max)

    /// - Precondition: neither is negative.
    public init(offset: Int = 0, limit: Int) {
        precondition(offset >= 0 && limit >= 0, "a page from \(offset) of \(limit)")
        self.offset = offset
        self.limit = limit
    }
}
