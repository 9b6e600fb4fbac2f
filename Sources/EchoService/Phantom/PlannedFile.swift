import EchoPhantom

/// One clip of a simulated set, before it is written.
struct PlannedFile: Sendable {
    /// What it shows.
    let plan: ClipPlan
    /// How it is stored.
    let format: ClipFormat

    /// Its study's folder in the set.
    var folder: String { "\(plan.study.truth.patient)/\(plan.study.truth.study)" }
    /// Where it lies in the set.
    var path: String { "\(folder)/\(plan.name).\(format.fileExtension)" }
}
