import EchoCore
import EchoIndex
import Foundation

/// The vector that a search starts from, and where it came from.
struct QueryStart {
    let embedding: Embedding
    let space: EmbeddingSpace
    /// What is ranked unless told otherwise.
    let level: SearchLevel
    /// The study itself, left out of its own results.
    var study: StudyID?
    /// The clip itself, left out of its own results.
    var clip: ClipID?

    init(embedding: Embedding, space: EmbeddingSpace, level: SearchLevel) {
        self.embedding = embedding
        self.space = space
        self.level = level
    }

    /// Resolves a name: a study of the index, a clip of the index, or a file to be embedded.
    ///
    /// - Throws: ``ServiceError/noSuchSubject`` where it is none of the three.
    init(like name: String, index: StudyIndex, workspace: Workspace) async throws {
        space = try await index.space(serving: .similarity)
        if let found = try await index.knownStudy(name) {
            guard let vector = try await index.studyEmbedding(of: found.id, in: space) else {
                throw ServiceError.noUsableClip
            }
            (embedding, level, study) = (vector, .study, found.id)
        } else if let found = try await index.knownClip(name) {
            let vectors = try await index.clipEmbeddings(of: found.study, in: space, onlyUsable: false)
            guard let vector = vectors.first(where: { $0.clip == found.id }) else {
                throw ServiceError.noUsableClip
            }
            (embedding, level, clip) = (vector.embedding, .clip, found.id)
        } else if FileManager.default.fileExists(atPath: name) {
            switch try await workspace.embed(file: name, for: space) {
            case .embedded(let file): (embedding, level) = (file.embedding, .clip)
            case .quarantined(let report), .skipped(let report): throw FileRefused(report: report)
            }
        } else {
            throw ServiceError.noSuchSubject
        }
    }
}
