import EchoCore
import EchoIndex
import EchoReading

/// An index as the readings see it: studies with their vectors in one space.
struct Archive: Sendable {
    let index: StudyIndex
    let space: EmbeddingSpace

    /// A study with its clips' vectors of every kind; clips without a vector in this space are not there.
    func vectors(of study: StoredStudy, withFrames: Bool) async throws -> StudyVectors {
        let stored = try await index.clipVectors(of: study.id, in: space, withFrames: withFrames)
        let clips = stored.map { clip in
            ClipVectors(
                clip: clip.clip, kind: clip.kind, view: clip.view, embedding: clip.embedding,
                frames: clip.frames, frameIndices: withFrames ? clip.framesUsed : nil)
        }
        return StudyVectors(
            study: study.id, patient: study.patient, date: study.date?.description, clips: clips)
    }
}
