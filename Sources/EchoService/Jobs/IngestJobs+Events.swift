import EchoCore
public import EchoLedger

extension IngestJobs {
    /// Events of one read.
    private static let chunk = 500

    /// A job's events after a number: first those that are kept, then new ones as they come, none twice, none
    /// missed; ends after the job's last one.
    ///
    /// - Throws: `LedgerError/notFound(_:)`, in the stream.
    public nonisolated func events(
        of id: JobID, after sequence: Int = 0
    ) -> AsyncThrowingStream<JobEvent, any Error> {
        AsyncThrowingStream { continuation in
            let following = Task {
                do {
                    try await self.follow(id, after: sequence) { continuation.yield($0) }
                    continuation.finish()
                } catch { continuation.finish(throwing: error) }
            }
            continuation.onTermination = { _ in following.cancel() }
        }
    }

    private func follow(_ id: JobID, after sequence: Int, _ hand: (JobEvent) -> Void) async throws {
        let (pings, listener) = AsyncStream.makeStream(of: Void.self, bufferingPolicy: .bufferingNewest(1))
        lastListener += 1
        let number = lastListener
        listeners[number] = listener
        defer { listeners[number] = nil }
        listener.yield()
        var last = sequence
        for await _ in pings {
            while true {
                let events = try await ledger.events(of: id, after: last, limit: Self.chunk)
                for event in events { hand(event) }
                last = events.last?.sequence ?? last
                if events.count < Self.chunk { break }
            }
            let job = try await ledger.job(id)
            if job.state.isOver, job.lastEvent <= last { return }
            // One that came between the two reads.
            if job.lastEvent > last { listener.yield() }
        }
    }

    /// Something changed in the ledger.
    func tell() {
        for listener in listeners.values { listener.yield() }
    }
}
