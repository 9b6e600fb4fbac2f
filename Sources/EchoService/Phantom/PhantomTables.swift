import EchoExport
import EchoPhantom

/// The tables beside a set's clips, which grow clip by clip and take their names at the end.
struct PhantomTables: SetFiles, ~Copyable {
    private(set) var summary = PhantomSetSummary()
    private var manifest: RecordFile
    private var reports: RecordFile
    private var truth: RecordFile

    /// Begins the tables.
    init(below root: String, set: PhantomSetRecord) throws {
        var manifest = try RecordFile(path: root + "/manifest.csv")
        var reports = try RecordFile(path: root + "/reports.csv")
        var truth = try RecordFile(path: root + "/truth.ndjson")
        try manifest.append(CSVLine.bytes(Self.manifestColumns))
        try reports.append(CSVLine.bytes(["study", "text", "note"]))
        try truth.append(PhantomRecord.line(set))
        self.manifest = manifest
        self.reports = reports
        self.truth = truth
    }

    private static let manifestColumns = [
        "path", "patient", "study", "date", "view", "accession", "report", "note",
    ]

    /// Adds a clip, and before a study's first its study.
    mutating func add(_ outcome: PlannedFile.Outcome) throws {
        let (plan, study) = (outcome.file.plan, outcome.file.plan.study)
        if plan.number == 1 {
            try reports.append(CSVLine.bytes([study.truth.study, study.report, Self.note]))
            try truth.append(
                PhantomRecord.line(
                    PhantomRecord.Study(truth: study.truth, patientStudies: plan.patientStudies)))
        }
        try manifest.append(
            CSVLine.bytes([
                outcome.file.path, study.truth.patient, study.truth.study, study.truth.date,
                plan.view.rawValue,
                study.truth.study, study.report, Self.note,
            ]))
        try truth.append(PhantomRecord.line(PhantomRecord.Clip(truth: outcome.truth)))
        summary.count(plan, frames: outcome.truth.frames.count)
        if outcome.wasKept { summary.kept += 1 }
    }

    /// What each row says.
    private static let note = "simulated"

    /// Gives the tables their names.
    consuming func finish() throws {
        try manifest.finish()
        try reports.finish()
        try truth.finish()
    }
}
