import EchoCore
import EchoIndex

/// Clips of the index beside what is true of them.
struct ClipFacts: Sendable {
    struct Clip: Sendable {
        let stored: StoredClip
        let labels: LabelledClip
        let patient: String
    }

    let clips: [Clip]
    /// Labelled clips that the index does not have.
    let unmatched: Int

    /// Matches clips within their study by path, of which the index may have more or less in front.
    init(_ archive: EvalArchive) async throws {
        var clips: [Clip] = []
        var labelled = 0
        for study in archive.studies where !study.labels.clips.isEmpty {
            let stored = try await archive.index.clips(of: study.stored.id)
            labelled += study.labels.clips.count
            for labels in study.labels.clips {
                let found = stored.filter { Self.isSame($0.path, labels.path) }
                if found.count == 1 {
                    clips.append(Clip(stored: found[0], labels: labels, patient: study.labels.patient))
                }
            }
        }
        self.clips = clips
        unmatched = labelled - clips.count
    }

    /// Whether one path is the end of the other, whole names compared; no path is nobody's end.
    static func isSame(_ one: String, _ other: String?) -> Bool {
        guard let other else { return false }
        let first = one.split(separator: "/").filter { $0 != "." }
        let second = other.split(separator: "/").filter { $0 != "." }
        let common = min(first.count, second.count)
        return common > 0 && first.suffix(common) == second.suffix(common)
    }
}
