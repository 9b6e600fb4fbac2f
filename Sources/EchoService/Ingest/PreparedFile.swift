import EchoCore
import EchoIndex

/// A file after the work that needs no order: what to store, and what it cost.
struct PreparedFile: Sendable {
    /// What the index is told; `nil` where it knows the file already, by the same name or another.
    var item: IngestedItem?
    /// A verdict that is known before storing.
    var verdict: Verdict
    /// The report of its study, where one lies beside it or in its manifest row.
    var report: String?
    /// Whether the file itself is a structured report, to be stored after all clips.
    var isReport = false
    /// What the stages cost.
    var timing = StageTimes()
    /// Frames encoded.
    var frames = 0

    /// A state with its reason.
    struct Verdict: Sendable {
        var state: ItemState
        var code: String?
        var reason: String?
        var kind: ClipKind?
        var clip: ClipID?
        var study: StudyID?
    }

    init(_ verdict: Verdict, item: IngestedItem? = nil) {
        self.verdict = verdict
        self.item = item
    }
}
