public import EchoCore

/// A patient's other studies, and apart from them, studies of others that look alike.
public struct PriorList: Sendable, Equatable, Codable {
    /// The study asked about.
    public let study: StudyID
    /// The same patient's by identifier: newest first by date and time, those without last, ties by study id.
    public let priors: [Prior]
    /// Studies not known to be this patient's, most similar first; `nil` where nobody asked.
    public let similar: [Prior]?
    /// What ``similar`` is not; `nil` where nobody asked.
    public let similarNotice: String?
    /// Why there are no priors by identifier; `nil` where there may be.
    public let limitation: String?
    /// What this is not.
    public let notice: String

    private enum CodingKeys: String, CodingKey {
        case study, priors, similar, limitation, notice
        case similarNotice = "similar_notice"
    }

    /// Sorts the archive's studies into the two lists.
    ///
    /// - Parameters:
    ///   - study: the study asked about.
    ///   - patient: whose it is; without one no study is a prior.
    ///   - date: when it was made.
    ///   - candidates: other studies; the one asked about is passed over.
    ///   - similarLimit: how many of other patients to list; `nil` for no such list.
    public init(
        of study: StudyID, patient: PatientID?, date: String?, candidates: [PriorCandidate],
        similarLimit: Int? = nil
    ) {
        let others = candidates.filter { $0.study != study }
        let isOwn = { (candidate: PriorCandidate) in patient != nil && candidate.patient == patient }
        let own = others.filter(isOwn).sorted { first, second in
            let (one, two) = ((first.date ?? "", first.time ?? ""), (second.date ?? "", second.time ?? ""))
            return one != two ? one > two : first.study < second.study
        }
        let alike = Ranking(
            others.filter { !isOwn($0) && $0.similarity != nil }, by: { $0.similarity ?? -1 }, id: \.study)
        self.study = study
        priors = own.enumerated().map { Prior($1, rank: $0 + 1, basis: .patientID, reference: date) }
        similar = similarLimit.map { limit in
            alike.items.prefix(max(0, limit)).enumerated().map {
                Prior($1, rank: $0 + 1, basis: .embedding, reference: date)
            }
        }
        similarNotice = similarLimit.map { _ in Notice.otherPatients }
        limitation =
            patient == nil ? "The study has no patient identifier, so no study can be its prior." : nil
        notice = Notice.notADiagnosis
    }
}

extension Prior {
    init(_ candidate: PriorCandidate, rank: Int, basis: MatchBasis, reference: String?) {
        self.init(
            rank: rank, study: candidate.study, date: candidate.date,
            timing: StudyTiming(candidate.date, relativeTo: reference), similarity: candidate.similarity,
            matchBasis: basis)
    }
}
