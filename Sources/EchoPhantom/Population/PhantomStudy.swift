/// One examination of a made-up patient: what was there, and what the report says of it.
public struct PhantomStudy: Sendable, Equatable {
    /// What is true of it.
    public let truth: StudyTruth
    /// The heart that every view of it cuts.
    public let anatomy: HeartAnatomy
    /// What its clips draw their acquisition from.
    public let seed: UInt64

    /// The findings of the patient's study before this one.
    let prior: StudyFindings?
}
