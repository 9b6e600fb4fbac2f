public import EchoIndex

/// A part of a list, and how long the whole is.
public struct Listing<Item: Sendable & Encodable>: Sendable, Encodable {
    /// The part that was asked for.
    public let items: [Item]
    /// How many there are in all.
    public let total: Int
    /// How many were asked for.
    public let limit: Int
    /// How many were passed over.
    public let offset: Int

    /// Joins a part and the count of the whole.
    public init(_ items: [Item], total: Int, page: Page) {
        self.items = items
        self.total = total
        limit = page.limit
        offset = page.offset
    }

    /// Cuts the part out of the whole.
    public init(all: [Item], page: Page) {
        self.init(Array(all.dropFirst(page.offset).prefix(page.limit)), total: all.count, page: page)
    }
}
