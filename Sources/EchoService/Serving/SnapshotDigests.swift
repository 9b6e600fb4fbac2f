public import EchoCore
public import EchoIndex

/// The digest of an index's content, computed once for each state of it.
public actor SnapshotDigests {
    private var last: (state: String, digest: ContentHash)?

    /// Knows none yet.
    public init() {}

    /// The present content's digest.
    ///
    /// - Throws: `IndexError`.
    /// - Complexity: reads the whole index after a change.
    public func digest(of index: StudyIndex) async throws -> ContentHash {
        let state = index.stateMark()
        if let last, last.state == state { return last.digest }
        let digest = try await index.contentDigest()
        last = (state, digest)
        return digest
    }
}
