public import EchoCore
public import EchoIndex
import EchoReading

/// What a search found.
public struct SearchOutput: Sendable, Encodable {
    /// One entry of the ranking.
    public struct Result: Sendable, Encodable {
        /// From 1.
        public let rank: Int
        /// The cosine, −1...1.
        public let score: Float
        /// Share of all considered that score lower, percent.
        public let percentile: Double
        /// The study.
        public let study: StudyID
        /// The clip; for ranked studies, `nil`.
        public let clip: ClipID?
        /// What the clip shows.
        public let kind: ClipKind?
        /// Its view, where known.
        public let view: String?
        /// Where its file was.
        public let path: String?
        /// Why estimates and device queries leave the clip out; `nil` where they use it.
        public let leftOutReason: String?
        /// StudyInstanceUID or the manifest's name.
        public let studyKey: String?
        /// The study's day.
        public let date: String?
        /// The study's patient, by opaque id.
        public let patient: PatientID?
    }

    /// Best first; equal scores by id.
    public let results: [Result]
    /// How many passed the filters and were scored.
    public let considered: Int
    /// What was ranked.
    public let level: SearchLevel
    /// The model behind the scores.
    public let stamp: ModelStamp
    /// Share of the question's tokens that the model hardly saw in training, 0...1; `nil` where no text was put or
    /// nobody counted.
    public let rareTokenShare: Double?
    /// What a score is, and what this is not.
    public let notices: [String]

    init(
        hits: [NamedHit], considered: Int, level: SearchLevel, space: EmbeddingSpace, rareTokenShare: Double?
    ) {
        results = hits.map { Result($0) }
        self.considered = considered
        self.level = level
        stamp = ModelStamp(space)
        self.rareTokenShare = rareTokenShare
        notices = [Notice.scoresAreRelative, Notice.notADiagnosis]
    }
}

extension SearchOutput.Result {
    init(_ named: NamedHit) {
        let (hit, clip) = (named.hit, named.clip)
        self.init(
            rank: hit.rank, score: hit.score, percentile: hit.percentile, study: hit.study, clip: hit.clip,
            kind: clip?.kind, view: clip?.view, path: clip?.path, leftOutReason: clip?.leftOutReason,
            studyKey: named.studyKey, date: named.date?.description, patient: named.patient)
    }
}
