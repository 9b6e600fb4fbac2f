import EchoIndex
extension Workspace {
    /// Ingests with the named model and the settings' frames and mask.
    ///
    /// - Throws: what the model, the index or a table throws; never what is wrong with a clip.
    public func ingest(
        _ options: IngestOptions, progress: (IngestEvent) -> Void
    ) async throws -> IngestSummary {
        let embedder = try embedder()
        let index = try await openIndex(for: .write)
        let ingest = try await Ingest(
            index: index, embedder: embedder, sections: try reportSections(), options: options)
        let summary = try await ingest.run(progress: progress)
        try await index.close()
        return summary
    }
}
