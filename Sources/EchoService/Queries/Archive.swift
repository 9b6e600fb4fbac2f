import EchoCore
import EchoIndex
import EchoReading

/// An index as the readings see it: studies with their vectors in one space.
struct Archive: Sendable {
    let index: StudyIndex
    let space: EmbeddingSpace

    /// A study with its clips' vectors of every kind; clips without a vector in this space are not there.
    func vectors(of study: StoredStudy, withFrames: Bool) async throws -> StudyVectors {
        let stored = try await index.clips(of: study.id)
        let embeddings = try await index.clipEmbeddings(of: study.id, in: space, onlyUsable: false)
        let byClip = Dictionary(uniqueKeysWithValues: embeddings.map { ($0.clip, $0.embedding) })
        var clips: [EchoReading.ClipVectors] = []
        for clip in stored {
            guard let embedding = byClip[clip.id] else { continue }
            let frames = withFrames ? try await index.frameEmbeddings(of: clip.id, in: space) : []
            clips.append(
                EchoReading.ClipVectors(
                    clip: clip.id, kind: clip.classed.kind, view: clip.view, embedding: embedding,
                    frames: frames, frameIndices: withFrames ? clip.framesUsed : nil))
        }
        return StudyVectors(
            study: study.id, patient: study.patient, date: study.date?.description, clips: clips)
    }
}
