internal import EchoCore
internal import GRDB

extension StudyIndex {
    /// Writes clip and study vectors of each space: `.npy` of float32 `[N, dimension]`, and NDJSON lines with
    /// the ids in row order.
    ///
    /// What is written is patient data, as the index is.
    ///
    /// - Throws: ``IndexError/targetNotEmpty``.
    public func export(to path: String) async throws(IndexError) -> Export {
        try BackupFolder(path: path).create()
        return try await reading { db in
            var files: [String] = []
            var counts = [SearchLevel.clip: 0, .study: 0]
            for space in try EmbeddingSpace.all(db) {
                for level in [SearchLevel.clip, .study] {
                    let writer = VectorExport(db: db, space: space, level: level, folder: path)
                    counts[level, default: 0] += try writer.write()
                    files += writer.names
                }
            }
            return Export(files: files.sorted(), clips: counts[.clip] ?? 0, studies: counts[.study] ?? 0)
        }
    }
}
