/// Items by score, highest first; equal scores by id, so that the order never depends on the input's.
public struct Ranking<Item: Sendable, ID: Comparable & Sendable>: Sendable {
    /// The items in order; the first has rank 1.
    public let items: [Item]

    /// - Complexity: O(n log n).
    public init(_ items: [Item], by score: (Item) -> Float, id: (Item) -> ID) {
        let keyed = items.map { (item: $0, score: score($0), id: id($0)) }
        self.items = keyed.sorted { first, second in
            first.score != second.score ? first.score > second.score : first.id < second.id
        }.map(\.item)
    }
}
