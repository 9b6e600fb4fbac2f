import EchoCore
public import EchoEncode

/// One encoder for everybody who asks: a bounded queue, texts in batches, the others' work never spoilt by one's.
///
/// A text waits a moment for others and goes through the tower with them; equal ones are computed once, and a vector
/// that was asked for lately comes from memory. Each gets the same bits whoever it is with, and one that fails does so
/// alone. Clips wait in a line of their own, so that a long one holds up no text; an ingest's frames come after
/// everybody's (``FairOrder``).
public actor EncoderQueue {
    let work: EncoderWork
    let limits: EncoderLimits
    var texts = WaitingLine<TextEmbedding>(width: 2)
    var clips: WaitingLine<ClipOutcome>
    var cache: RecentValues<String, TextEmbedding>
    var counted = EncoderCounters()
    private var known: [Embedding]?
    private var lastTicket = 0

    /// Nothing is embedded yet.
    public init(_ work: EncoderWork, limits: EncoderLimits = .standard) {
        precondition(limits.batch > 0, "a batch of \(limits.batch)")
        precondition(limits.clipsAtOnce > 0, "\(limits.clipsAtOnce) clips at once")
        self.work = work
        self.limits = limits
        clips = WaitingLine(width: limits.clipsAtOnce)
        cache = RecentValues(limit: limits.cachedTexts)
    }

    /// Embeds one text, from memory where it was embedded lately.
    ///
    /// - Throws: ``ServingError/busy(retryAfter:)``, `CancellationError` as soon as the caller is cancelled, or
    ///   what the model has against this text.
    public func embed(text: String) async throws -> TextEmbedding {
        if let kept = cache.find(text) {
            counted.cacheHits += 1
            return kept
        }
        let ticket = try admit()
        let times = EncoderTimes.current
        return try await withTaskCancellationHandler {
            try await withCheckedThrowingContinuation { continuation in
                texts.items.append(
                    .init(ticket: ticket, input: text, since: .now, times: times, continuation: continuation))
                // Work that outlives whoever asked first: others wait for it too.
                Task { await gather() }
            }
        } onCancel: {
            Task { await giveUp(ticket) }
        }
    }

    /// Embeds several texts: one result each, in order; one that fails leaves the others as they are.
    public nonisolated func embed(texts: [String]) async -> [Result<TextEmbedding, any Error>] {
        await withTaskGroup(of: Answer.self) { group in
            for (place, text) in texts.enumerated() {
                group.addTask { Answer(place: place, result: await self.result(of: text)) }
            }
            var found: [Int: Result<TextEmbedding, any Error>] = [:]
            for await answer in group { found[answer.place] = answer.result }
            return texts.indices.compactMap { found[$0] }
        }
    }

    /// One of several texts' results.
    private struct Answer: Sendable {
        let place: Int
        let result: Result<TextEmbedding, any Error>
    }

    private nonisolated func result(of text: String) async -> Result<TextEmbedding, any Error> {
        do { return .success(try await embed(text: text)) } catch { return .failure(error) }
    }

    /// Embeds a file; what is wrong with it is an outcome, not an error.
    ///
    /// - Throws: as ``embed(text:)``.
    public func embed(path: String) async throws -> ClipOutcome {
        let ticket = try admit()
        let times = EncoderTimes.current
        return try await withTaskCancellationHandler {
            try await withCheckedThrowingContinuation { continuation in
                clips.items.append(
                    .init(ticket: ticket, input: path, since: .now, times: times, continuation: continuation))
                Task { await takeClips() }
            }
        } onCancel: {
            Task { await giveUp(ticket) }
        }
    }

    /// Embeds what is known, past queue and memory, and compares with what it gave at first.
    ///
    /// From a look that fails until one that does not, nothing is embedded.
    ///
    /// - Returns: how long it took.
    /// - Throws: ``ServingError/unsound``, or what the model throws.
    public func probe() async throws -> Duration {
        let start = ContinuousClock.now
        do { try await look() } catch {
            if !(error is CancellationError) {
                // Its last vectors may have been wrong already.
                cache = RecentValues(limit: limits.cachedTexts)
                await work.judge(false)
            }
            throw error
        }
        await work.judge(true)
        return ContinuousClock.now - start
    }

    private func look() async throws {
        let found = try await work.probe()
        if let known, found != known { throw ServingError.unsound }
        let isUnit = found.allSatisfy { abs($0.similarity(to: $0) - 1) < 1e-3 }
        guard isUnit, !found.isEmpty else { throw ServingError.unsound }
        known = found
    }

    /// What was done so far.
    public func counters() -> EncoderCounters {
        var now = counted
        now.waiting = texts.items.count + clips.items.count
        now.running = texts.flying.count + clips.flying.count
        return now
    }

    /// The number of somebody who may wait.
    private func admit() throws -> Int {
        guard texts.items.count + clips.items.count < limits.waiting else {
            counted.refused += 1
            throw ServingError.busy(retryAfter: retryAfter)
        }
        lastTicket += 1
        return lastTicket
    }

    private func giveUp(_ ticket: Int) {
        if texts.giveUp(ticket) || clips.giveUp(ticket) { counted.cancelled += 1 }
    }

    /// How long the work that waits takes, by what work took until now; 1 to 30 s.
    private var retryAfter: Duration {
        let done = max(1, counted.texts + counted.clips)
        let each = counted.workSeconds / Double(done)
        let ahead = each * Double(texts.items.count + clips.items.count) / Double(clips.width)
        return .seconds(Int(min(30, max(1, ahead.rounded(.up)))))
    }
}
