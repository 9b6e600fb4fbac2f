public import EchoCore
internal import GRDB

extension StudyIndex {
    /// Registers the space that vectors are about to be written in; the same one again changes nothing.
    ///
    /// - Throws: ``IndexError/mixedSpace(slot:differing:)`` where the slot is filled by another.
    public func registerSpace(_ space: EmbeddingSpace) async throws(IndexError) {
        try await writing { db in
            do {
                try space.requireOwn(db)
            } catch IndexError.noSpace {
                try space.sealed().write(db)
            }
        }
    }

    /// The spaces, prompt first.
    public func spaces() async throws(IndexError) -> [EmbeddingSpace] {
        try await reading { try EmbeddingSpace.all($0) }
    }

    /// The space that fills a slot; a space of `both` fills either.
    ///
    /// - Throws: ``IndexError/noSpace(slot:)``.
    public func space(serving slot: ModelSlot) async throws(IndexError) -> EmbeddingSpace {
        try await reading { try EmbeddingSpace.serving(slot, $0) }
    }
}
