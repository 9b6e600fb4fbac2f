public import EchoCore

/// One study as the readings need it.
public struct StudyVectors: Sendable, Equatable {
    /// Which study.
    public let study: StudyID
    /// Whose; `nil` where the files did not say.
    public let patient: PatientID?
    /// When: `YYYYMMDD` or `YYYY-MM-DD`, the same form throughout an archive; dates are ordered as text.
    public let date: String?
    /// Its embedded clips, of every kind.
    public let clips: [ClipVectors]

    /// Joins the parts.
    public init(study: StudyID, patient: PatientID? = nil, date: String? = nil, clips: [ClipVectors]) {
        self.study = study
        self.patient = patient
        self.date = date
        self.clips = clips
    }

    /// The B-mode clips.
    public var usableClips: [ClipVectors] { clips.filter(\.kind.isUsable) }

    /// The direction of the mean over the usable clips.
    ///
    /// - Throws: ``ReadingError/noUsableClip(clips:)`` where there is none,
    ///   ``ReadingError/vectors(_:)`` where they cancel out.
    public func embedding() throws(ReadingError) -> Embedding {
        let usable = usableClips.map(\.embedding)
        guard let first = usable.first else { throw .noUsableClip(clips: clips.count) }
        for other in usable where other.dimension != first.dimension {
            throw .dimension(found: other.dimension, expected: first.dimension)
        }
        do { return try Embedding.mean(of: usable) } catch { throw .vectors(error) }
    }
}
