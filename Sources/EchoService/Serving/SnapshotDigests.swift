public import EchoCore
public import EchoIndex

/// The digest of an index's content, computed once for each state of it.
public actor SnapshotDigests {
    private var last: (state: String, digest: ContentHash)?
    private var running: (state: String, work: Task<ContentHash, any Error>)?

    /// Knows none yet.
    public init() {}

    /// The present content's digest, computed once for all who wait for it.
    ///
    /// - Throws: `IndexError`.
    /// - Complexity: reads the whole index after a change.
    public func digest(of index: StudyIndex) async throws -> ContentHash {
        let state = index.stateMark()
        if let last, last.state == state { return last.digest }
        if let running, running.state == state { return try await running.work.value }
        let work = Task<ContentHash, any Error> { try await index.contentDigest() }
        running = (state, work)
        defer { if running?.work == work { running = nil } }
        let digest = try await work.value
        last = (state, digest)
        return digest
    }
}
