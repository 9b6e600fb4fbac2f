import EchoCore
import EchoIndex

/// A run in numbers; every input file is counted in exactly one state.
public struct IngestSummary: Sendable, Encodable {
    /// Files whose vectors were stored.
    public var embedded = 0
    /// Files whose bytes were known.
    public var duplicate = 0
    /// Files that are no clips.
    public var skipped = 0
    /// Files that could not be embedded safely.
    public var quarantined = 0
    /// Studies that the embedded and the known files belong to.
    public var studies = 0
    /// Files that share a SOP Instance UID with a file of other bytes.
    public var sharedUids = 0
    /// Studies of which two files name different patients.
    public var patientConflicts = 0
    /// Studies whose report was stored, or already there.
    public var reports = 0
    /// Reports for which the index has no study, or several.
    public var unmatchedReports = 0
    /// Wall time.
    public var seconds = 0.0
    /// Frames encoded for each second of wall time.
    public var framesPerSecond = 0.0
    /// Frames encoded.
    public var frames = 0
    /// Work by stage, in seconds summed over threads.
    public var stages = StageTimes()
    /// Seconds spent on storing.
    public var storeSeconds = 0.0
    /// Whether the run was ended before all files were done.
    public var interrupted = false
    /// Whether nothing was written: the counts say what would happen.
    public var dryRun = false
    /// What the model wants said of its vectors; `nil` for nothing, and for a dry run.
    public var modelNotice: String?
    /// Whether some files were not done as asked, so that the exit status is 2.
    public var hasFailures = false
    private var studiesSeen: Set<String> = []
    private var studiesReported: Set<String> = []

    enum CodingKeys: String, CodingKey {
        case embedded, duplicate, skipped, quarantined, studies, sharedUids, patientConflicts, reports
        case unmatchedReports, seconds, framesPerSecond, frames, stages, storeSeconds, interrupted, dryRun
        case modelNotice
    }

    /// Counts one report; several texts for one study are one, of which the last stays.
    mutating func count(_ report: ReportOutcome) {
        switch report {
        case .recorded(let study), .unchanged(let study):
            if studiesReported.insert(study.text).inserted { reports += 1 }
        case .unknownStudy, .ambiguousStudy: unmatchedReports += 1
        }
    }

    /// Counts one file.
    mutating func count(_ file: IngestedFile) {
        switch file.state {
        case .embedded: embedded += 1
        case .duplicate: duplicate += 1
        case .skipped: skipped += 1
        case .quarantined: quarantined += 1
        }
        if file.sharesUidWith != nil { sharedUids += 1 }
        if file.isFailure { hasFailures = true }
        if let study = file.study, file.state == .embedded || file.state == .duplicate,
            studiesSeen.insert(study.text).inserted
        {
            studies += 1
        }
    }
}
