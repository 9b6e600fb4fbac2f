/// When each frame is shown.
enum DICOMFrameTimes {
    /// The time between frames where nothing says: 30 frames a second, a scanner's usual rate.
    static let defaultInterval = 1000.0 / 30

    /// What a frame may last, in milliseconds; anything else in a header is a mistake.
    private static let sensible = 0.01...60_000.0

    /// The times from the first frame in milliseconds, ascending.
    ///
    /// FrameTimeVector where it gives each frame a sensible step, else FrameTime,
    /// RecommendedDisplayFrameRate, CineRate, ActualFrameDuration, `streamInterval`, and last 30 frames a
    /// second.
    static func times(_ header: DICOMItem, count: Int, streamInterval: Double? = nil) -> [Double] {
        if count > 1, let vector = vector(header, count: count) { return vector }
        let candidates = [
            header.number(.frameTime),
            header.number(.recommendedDisplayFrameRate).map { 1000 / $0 },
            header.number(.cineRate).map { 1000 / $0 },
            header.number(.actualFrameDuration),
            streamInterval,
        ]
        let interval = candidates.compactMap(\.self).first { sensible.contains($0) } ?? defaultInterval
        return (0..<count).map { Double($0) * interval }
    }

    /// Sums FrameTimeVector's steps; its first value is the first frame's and is passed over.
    private static func vector(_ header: DICOMItem, count: Int) -> [Double]? {
        guard header.number(.frameTimeVector, at: count - 1) != nil else { return nil }
        let steps = (header.text(.frameTimeVector) ?? "").split(
            separator: "\\", omittingEmptySubsequences: false
        )
        .map { Double($0.filter { $0 != " " }) }
        guard steps.count >= count else { return nil }
        var times = [0.0]
        for step in steps[1..<count] {
            guard let step, sensible.contains(step), let last = times.last else { return nil }
            times.append(last + step)
        }
        return times
    }
}
