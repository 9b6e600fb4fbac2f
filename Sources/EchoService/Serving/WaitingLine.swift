/// Callers of one kind who wait, and those whose work is under way.
struct WaitingLine<Value: Sendable>: Sendable {
    /// Somebody who waits.
    struct Item: Sendable {
        let ticket: Int
        let input: String
        let since: ContinuousClock.Instant
        let continuation: CheckedContinuation<Value, any Error>
    }

    /// In the order in which they came.
    var items: [Item] = []
    /// By ticket; who is no longer here was answered or has given up.
    var flying: [Int: CheckedContinuation<Value, any Error>] = [:]
    /// Whether a batch is waiting for more.
    var isGathering = false
    /// Batches under way.
    var batches = 0
    /// Batches that may be under way.
    let width: Int

    init(width: Int) { self.width = width }

    /// Takes out the first; they are under way since.
    mutating func takeOff(_ count: Int) -> [Item] {
        let taken = Array(items.prefix(count))
        items.removeFirst(taken.count)
        for item in taken { flying[item.ticket] = item.continuation }
        return taken
    }

    /// Answers somebody, unless they have given up.
    mutating func answer(_ ticket: Int, _ result: Result<Value, any Error>) {
        flying.removeValue(forKey: ticket)?.resume(with: result)
    }

    /// Lets somebody go; whether they were here.
    mutating func giveUp(_ ticket: Int) -> Bool {
        if let place = items.firstIndex(where: { $0.ticket == ticket }) {
            items.remove(at: place).continuation.resume(throwing: CancellationError())
        } else if let leaving = flying.removeValue(forKey: ticket) {
            leaving.resume(throwing: CancellationError())
        } else {
            return false
        }
        return true
    }
}
