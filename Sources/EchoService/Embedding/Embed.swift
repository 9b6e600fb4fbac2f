/// Embeds files one after the other in order, several in flight, storing nothing.
public struct Embed: Sendable {
    /// The way to the vectors.
    public let embedder: ClipEmbedder
    /// Clips worked on at once.
    public let clipsInFlight: Int

    /// Joins the two.
    public init(embedder: ClipEmbedder, clipsInFlight: Int) {
        precondition(clipsInFlight > 0, "\(clipsInFlight) clips in flight never land")
        self.embedder = embedder
        self.clipsInFlight = clipsInFlight
    }

    /// Hands each outcome on in input order.
    ///
    /// - Throws: a failure of the model, or what `receive` throws.
    public func run(_ paths: [String], receive: (String, ClipOutcome) throws -> Void) async throws {
        var waiting: [Int: ClipOutcome] = [:]
        var started = 0
        var delivered = 0
        try await withThrowingTaskGroup(of: (Int, ClipOutcome).self) { group in
            while delivered < paths.count {
                while started < paths.count, started - delivered < clipsInFlight {
                    let place = started
                    group.addTask { (place, try await outcome(paths[place])) }
                    started += 1
                }
                guard let (place, outcome) = try await group.next() else { break }
                waiting[place] = outcome
                while let next = waiting.removeValue(forKey: delivered) {
                    try receive(paths[delivered], next)
                    delivered += 1
                }
            }
        }
    }

    private func outcome(_ path: String) async throws -> ClipOutcome {
        do { try FileFacts.check(path) } catch { return .quarantined(error.report) }
        return try await embedder.embed(path: path)
    }
}
