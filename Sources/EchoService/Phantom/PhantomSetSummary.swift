import EchoPhantom

/// A simulated set in numbers.
public struct PhantomSetSummary: Sendable, Equatable, Encodable {
    /// Always true.
    public let simulated = true
    /// What the set says of itself.
    public let notice = PhantomNotice.text
    /// Made-up patients.
    public var patients = 0
    /// Their studies.
    public var studies = 0
    /// Their clips, each a file.
    public var clips = 0
    /// Pictures in them.
    public var frames = 0
    /// Clips that an earlier run had written.
    public var kept = 0
    /// Wall time.
    public var seconds = 0.0
    /// Whether the run was ended before all was done; the tables are missing then.
    public var interrupted = false

    /// Starts at nothing.
    public init() {}
}

extension PhantomSetSummary {
    /// Counts one clip, with its study and its patient where it is their first.
    mutating func count(_ plan: ClipPlan, frames count: Int) {
        if plan.number == 1 { studies += 1 }
        if plan.number == 1 && plan.study.truth.isFirstOfPatient { patients += 1 }
        clips += 1
        frames += count
    }
}

extension StudyTruth {
    /// Whether the patient has none before it.
    var isFirstOfPatient: Bool { study == "\(patient)-1" }
}
