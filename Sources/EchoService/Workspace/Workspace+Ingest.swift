import EchoEncode
import EchoIndex

extension Workspace {
    /// Ingests with the named model and the settings' frames and mask.
    ///
    /// - Throws: what the model, the index or a table throws; never what is wrong with a clip.
    public func ingest(
        _ options: IngestOptions, progress: (IngestEvent) -> Void
    ) async throws -> IngestSummary {
        let tables = try IngestTables(options)
        let embedder = try embedder(joining: try await knownSpaces())
        let sections = try reportSections()
        let index = try await openIndex(for: .write)
        do {
            let ingest = try await Ingest(
                index: index, embedder: embedder, sections: sections, options: options, tables: tables)
            let summary = try await ingest.run(progress: progress)
            try await index.close()
            return summary
        } catch {
            try? await index.close()
            throw error
        }
    }

    /// The spaces of the index that is there, which decide a mode left open; none where there is no index yet.
    private func knownSpaces() async throws -> [EmbeddingSpace] {
        guard try leavesPrecisionOpen,
            let index = try? await openIndex(for: .read), let spaces = try? await index.spaces()
        else { return [] }
        try? await index.close()
        return spaces
    }
}
