import EchoCore
import EchoEncode

/// A fixed number of places at the image tower, each with its own scratch memory.
///
/// Frames of all clips in flight queue here, so that no more than `count` are encoded at once; who waits for an
/// answer comes before an ingest.
///
/// Where the encoder was found to be unsound, nobody gets a place but who looks whether it still is: a wrong vector in
/// an index looks like any other.
actor EncoderLanes {
    private let model: EchoModel
    private var free: [EncoderLane]
    private var waiting = FairOrder<CheckedContinuation<EncoderLane, Never>>()
    private var isSound = true

    init(count: Int, model: EchoModel) {
        precondition(count > 0, "\(count) places encode nothing")
        self.model = model
        free = (0..<count).map { _ in EncoderLane(scratch: model.makeScratch()) }
    }

    /// Takes note of what a look at the encoder found.
    func note(isSound: Bool) { self.isSound = isSound }

    /// - Throws: ``ServingError/unsound`` where the last look found the encoder so.
    func requireSound() throws { guard isSound else { throw ServingError.unsound } }

    /// Embeds frames, in order, on as many places as are free: a frame on each, or one frame on all.
    nonisolated func embed(
        _ frames: [ScaledFrame], _ urgency: Urgency, timing: inout StageTimes
    ) async throws -> [Embedding] {
        if frames.count == 1 { return [try await embedAlone(frames[0], urgency, timing: &timing)] }
        let (embeddings, seconds) = try await withThrowingTaskGroup(
            of: (Int, Embedding, Double).self
        ) { group in
            for (place, frame) in frames.enumerated() {
                group.addTask { try await self.embedOne(frame, urgency, place: place) }
            }
            var embeddings = [Embedding?](repeating: nil, count: frames.count)
            var seconds = 0.0
            for try await (place, embedding, taken) in group {
                embeddings[place] = embedding
                seconds += taken
            }
            return (embeddings.compactMap { $0 }, seconds)
        }
        timing.encode += seconds
        return embeddings
    }

    private nonisolated func embedOne(
        _ frame: ScaledFrame, _ urgency: Urgency, place: Int
    ) async throws -> (Int, Embedding, Double) {
        let lane = try await take(urgency)
        let start = ContinuousClock.now
        let result = Result { try model.embed(frame, scratch: lane.scratch) }
        let seconds = (ContinuousClock.now - start) / .seconds(1)
        await giveBack(lane)
        return (place, try result.get(), seconds)
    }

    /// Runs other work of the processor's at one of the places.
    nonisolated func atPlace<Value: Sendable>(
        _ urgency: Urgency, _ work: () throws -> Value
    ) async throws -> Value {
        let lane = try await take(urgency)
        let result = Result { try work() }
        await giveBack(lane)
        return try result.get()
    }

    /// One frame by one place and every other that is free now: each step's image rows are shared out.
    private nonisolated func embedAlone(
        _ frame: ScaledFrame, _ urgency: Urgency, timing: inout StageTimes
    ) async throws -> Embedding {
        let lanes = [try await take(urgency)] + (await takeFree())
        let start = ContinuousClock.now
        let pass = model.pass(frame, scratch: lanes[0].scratch)
        for step in 0..<pass.stepCount {
            await withTaskGroup(of: Void.self) { group in
                for (part, lane) in lanes.enumerated().dropFirst() {
                    group.addTask { pass.run(step: step, part: part, of: lanes.count, scratch: lane.scratch) }
                }
                pass.run(step: step, part: 0, of: lanes.count, scratch: lanes[0].scratch)
            }
        }
        let result = Result { try model.embedding(of: pass) }
        timing.encode += (ContinuousClock.now - start) / .seconds(1) * Double(lanes.count)
        for lane in lanes { await giveBack(lane) }
        return try result.get()
    }

    private func take(_ urgency: Urgency) async throws -> EncoderLane {
        guard isSound || urgency == .watch else { throw ServingError.unsound }
        if let lane = free.popLast() { return lane }
        let lane = await withCheckedContinuation { waiting.append($0, urgency) }
        // It may have been found out while this one waited.
        guard isSound || urgency == .watch else {
            giveBack(lane)
            throw ServingError.unsound
        }
        return lane
    }

    /// Every place that is free now; perhaps none.
    private func takeFree() -> [EncoderLane] {
        defer { free = [] }
        return free
    }

    private func giveBack(_ lane: EncoderLane) {
        if let next = waiting.next() { next.resume(returning: lane) } else { free.append(lane) }
    }
}
