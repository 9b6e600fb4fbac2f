/// Who is next: a look whether all works before interactive work, and that before background work, each in the order
/// in which it came; but after so many in a row, one of the background, so that an ingest goes on however many ask.
package struct FairOrder<Item: Sendable>: Sendable {
    private var watch: [Item] = []
    private var interactive: [Item] = []
    private var background: [Item] = []
    private var inARow = 0

    /// Interactive work that goes before one of the background that waits.
    package static var mostInARow: Int { 4 }

    package init() {}

    /// Whether nobody waits.
    package var isEmpty: Bool { watch.isEmpty && interactive.isEmpty && background.isEmpty }

    /// Goes to the end of its line.
    package mutating func append(_ item: Item, _ urgency: Urgency) {
        switch urgency {
        case .watch: watch.append(item)
        case .interactive: interactive.append(item)
        case .background: background.append(item)
        }
    }

    /// Takes out who is next; `nil` where nobody waits.
    package mutating func next() -> Item? {
        if !watch.isEmpty { return watch.removeFirst() }
        let isTurn = !background.isEmpty && (interactive.isEmpty || inARow >= Self.mostInARow)
        if isTurn {
            inARow = 0
            return background.removeFirst()
        }
        guard !interactive.isEmpty else { return nil }
        inARow = background.isEmpty ? 0 : inARow + 1
        return interactive.removeFirst()
    }
}
