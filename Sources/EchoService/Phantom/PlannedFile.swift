import EchoCore
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

    /// The frames that are written, by their places in the drawn clip: all, or those that an ingest by
    /// `uniform:N` takes of all, so that a model sees the same pictures either way.
    func frames(of clip: PhantomClip) -> [Int] {
        (mostFrames.map { FrameRule.uniform(count: $0) } ?? .all).indices(frameCount: clip.frameCount)
    }

    /// When the file says that they are shown, milliseconds: of fewer frames at even intervals, which every format
    /// can tell; then a time may be half an interval of the drawn clip from when the frame was drawn.
    func frameTimes(of clip: PhantomClip) -> [Double] {
        let drawn = frames(of: clip).map { clip.frameTimes[$0] }
        guard drawn.count < clip.frameCount, let last = drawn.last else { return drawn }
        return drawn.indices.map { last * Double($0) / Double(drawn.count - 1) }
    }
}
