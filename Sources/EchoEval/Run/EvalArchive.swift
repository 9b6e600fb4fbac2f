import EchoCore
package import EchoIndex
import EchoReading

/// An index and the labelled studies that it holds.
package struct EvalArchive: Sendable {
    /// The vectors.
    package let index: StudyIndex
    /// The labelled studies that the index knows, by name.
    package let studies: [MatchedStudy]
    /// How many labelled studies it does not know.
    package let unmatched: Int
    /// Whether a clip is of the kind that the labels give it, where they do: without a sector pictures do not
    /// tell.
    var takesLabelledKinds = false
    /// Whether the clips' views are kept from the readings, as where neither manifest nor file names them.
    var hidesViews = false

    /// Finds each labelled study by the first of its names that the index knows.
    ///
    /// - Throws: ``EvalError/noMatch(labelled:indexed:)``, `IndexError`.
    package init(_ labels: LabelSet, in index: StudyIndex) async throws {
        let stored = try await index.studies()
        var byName: [String: [StoredStudy]] = [:]
        for study in stored {
            let names = Set([study.id.text, study.studyKey, study.accessionNumber].compactMap { $0 })
            for name in names { byName[name, default: []].append(study) }
        }
        var matched: [MatchedStudy] = []
        for labelled in labels.studies {
            let found = labelled.names.lazy.compactMap { name -> StoredStudy? in
                byName[name].flatMap { $0.count == 1 ? $0[0] : nil }
            }.first
            if let found { matched.append(MatchedStudy(labels: labelled, stored: found)) }
        }
        guard !matched.isEmpty else {
            throw EvalError.noMatch(labelled: labels.studies.count, indexed: stored.count)
        }
        self.index = index
        studies = matched.sorted { $0.key < $1.key }
        unmatched = labels.studies.count - matched.count
    }

    /// A study's vectors, as the readings need them.
    func vectors(of study: MatchedStudy, in space: EmbeddingSpace) async throws -> StudyVectors {
        let clips = try await index.clipVectors(of: study.stored.id, in: space, withFrames: true)
        let kinds = takesLabelledKinds ? try await labelledKinds(of: study) : [:]
        return StudyVectors(
            study: study.stored.id, patient: study.stored.patient, date: study.stored.date?.description,
            clips: clips.map { clip in
                ClipVectors(
                    clip: clip.clip, kind: kinds[clip.clip] ?? clip.kind, view: hidesViews ? nil : clip.view,
                    embedding: clip.embedding, frames: clip.frames, frameIndices: clip.framesUsed)
            })
    }

    private func labelledKinds(of study: MatchedStudy) async throws -> [ClipID: ClipKind] {
        var kinds: [ClipID: ClipKind] = [:]
        for clip in try await index.clips(of: study.stored.id) {
            let labels = study.labels.clips.first { ClipFacts.isSame(clip.path, $0.path) }
            if let kind = labels?.kind { kinds[clip.id] = kind }
        }
        return kinds
    }

    private func mean(of study: MatchedStudy, in space: EmbeddingSpace) async throws -> Embedding? {
        let vectors = try await vectors(of: study, in: space)
        return vectors.usableClips.isEmpty ? nil : try vectors.embedding()
    }

    /// The studies that have a vector in the similarity slot, each with it.
    package func embedded() async throws -> [EmbeddedStudy] {
        let space = try await index.space(serving: .similarity)
        var found: [EmbeddedStudy] = []
        for study in studies {
            let vector =
                takesLabelledKinds
                ? try await mean(of: study, in: space)
                : try await index.studyEmbedding(of: study.stored.id, in: space)
            if let vector { found.append(EmbeddedStudy(study: study, embedding: vector)) }
        }
        return found
    }
}
