import EchoCore
import EchoIndex

/// A search as its definition says, over clips held in a list.
struct SearchOracle {
    let clips: [NewClip]
    let space: EmbeddingSpace

    /// Ids and scores of every clip that passes, best first, ties by id; scores by the index's own arithmetic
    /// are handed in, since the last bit decides a tie.
    func clips(_ filter: SearchFilter, scores: [ClipID: Float]) -> [ClipID] {
        clips.filter { passes($0, filter) }.map { ClipID(content: $0.contentHash) }
            .filter { !filter.excludingClips.contains($0) }
            .sorted { first, second in
                let (left, right) = (scores[first] ?? -9, scores[second] ?? -9)
                return left == right ? first < second : left > right
            }
    }

    /// Every study with a usable clip that passes, by id.
    func studies(_ filter: SearchFilter) -> Set<StudyID> {
        let usable = Set(clips.filter { $0.leftOutReason == nil }.map { study($0) })
        let needsClip =
            filter.kinds != nil || filter.views != nil || filter.manufacturer != nil || filter.labels != nil
        let passing = clips.filter { needsClip ? passes($0, filter) : passesStudy($0, filter) }
        return usable.intersection(passing.map { study($0) })
    }

    func passes(_ clip: NewClip, _ filter: SearchFilter) -> Bool {
        if let kinds = filter.kinds {
            guard kinds.contains(clip.classed.kind) else { return false }
        } else if clip.leftOutReason != nil {
            return false
        }
        if let views = filter.views, !views.contains(clip.view ?? "") { return false }
        if let maker = filter.manufacturer, clip.clip.dicom?.manufacturer != maker { return false }
        if let labels = filter.labels, !labels.isSubset(of: clip.labels) { return false }
        return passesStudy(clip, filter)
    }

    private func passesStudy(_ clip: NewClip, _ filter: SearchFilter) -> Bool {
        let facts = clip.identity
        let patient = facts.patient.map { PatientID(key: $0) }
        if let wanted = filter.patient, patient != wanted { return false }
        if let other = filter.notPatient, patient == other { return false }
        if let from = filter.dateFrom, facts.date.map({ $0 < from }) ?? true { return false }
        if let to = filter.dateTo, facts.date.map({ $0 > to }) ?? true { return false }
        if let site = filter.site, facts.site != site { return false }
        if let studies = filter.studies, !studies.contains(study(clip)) { return false }
        return !filter.excludingStudies.contains(study(clip))
    }

    private func study(_ clip: NewClip) -> StudyID { clip.identity.study(for: clip.contentHash) }
}
