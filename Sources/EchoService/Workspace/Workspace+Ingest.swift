import EchoIndex
extension Workspace {
    /// Ingests with the named model and the settings' frames and mask.
    ///
    /// - Throws: what the model, the index or a table throws; never what is wrong with a clip.
    public func ingest(
        _ options: IngestOptions, progress: (IngestEvent) -> Void
    ) async throws -> IngestSummary {
        let tables = try IngestTables(options)
        let embedder = try embedder()
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
}
