/// Runs pieces of work on several tasks and hands the products on in the pieces' order.
struct OrderedWork {
    /// Pieces worked on at once, at least 1.
    let threads: Int

    /// Pieces begun before one that is not ready, for each thread: what waits is held in memory.
    private static let ahead = 3

    /// Works until the pieces end, or the task is cancelled.
    ///
    /// - Parameters:
    ///   - work: throws `CancellationError` for a piece that it did not finish; anything else ends the run.
    ///   - take: gets one product after the other, while others are worked on.
    /// - Returns: whether every piece was done.
    func run<Piece: Sendable, Product: Sendable>(
        _ pieces: some Sequence<Piece>, work: @escaping @Sendable (Piece) throws -> Product,
        take: (Product) throws -> Void
    ) async throws -> Bool {
        var ready: [Int: Product] = [:]
        var (started, running, taken) = (0, 0, 0)
        var rest = pieces.makeIterator()
        var isEnded = false
        try await withThrowingTaskGroup(of: (Int, Product?).self) { group in
            while true {
                while running < threads, started - taken < threads * Self.ahead, !isEnded,
                    !Task.isCancelled
                {
                    guard let piece = rest.next() else {
                        isEnded = true
                        break
                    }
                    let place = started
                    group.addTask {
                        do { return (place, try work(piece)) } catch is CancellationError {
                            return (place, nil)
                        }
                    }
                    (started, running) = (started + 1, running + 1)
                }
                guard let (place, product) = try await group.next() else { break }
                running -= 1
                ready[place] = product
                while let next = ready.removeValue(forKey: taken) {
                    try take(next)
                    taken += 1
                }
            }
        }
        return isEnded && taken == started
    }
}
