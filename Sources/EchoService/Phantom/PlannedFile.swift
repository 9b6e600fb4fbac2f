import EchoPhantom

/// One clip of a simulated set, before it is written.
struct PlannedFile: Sendable {
    /// What it shows.
    let plan: ClipPlan
    /// How it is stored.
    let format: ClipFormat
    /// What of its pictures is covered.
    var covering = Covering.none
    /// The most pictures that are written; `nil` for all.
    var mostFrames: Int?

    /// Its study's folder in the set.
    var folder: String { "\(plan.study.truth.patient)/\(plan.study.truth.study)" }
    /// Where it lies in the set.
    var path: String { "\(folder)/\(plan.name).\(format.fileExtension)" }

    /// The frames that are written, by their places in the drawn clip: all, or each second, third and so on over
    /// the whole clip, so that whole beats and even intervals stay.
    func frames(of clip: PhantomClip) -> [Int] {
        let most = min(mostFrames ?? clip.frameCount, clip.frameCount)
        return Array(stride(from: 0, to: clip.frameCount, by: (clip.frameCount + most - 1) / most))
    }
}
