import EchoService

/// Where the time of an `embed` went.
struct EmbedSummary {
    private let start = ContinuousClock.now
    private var clips = 0
    private var frames = 0
    private var stages = StageTimes()

    /// Counts one file's line.
    mutating func count(_ line: EmbedLine) {
        guard let times = line.stages else { return }
        clips += 1
        frames += line.framesUsed ?? 0
        stages += times
    }

    /// As `ingest` says it; nothing is stored.
    var line: String {
        let seconds = (ContinuousClock.now - start) / .seconds(1)
        return
            "\(Counted.of(clips, "clip")), \(Counted.of(frames, "frame")) in \(Decimals.seconds(seconds)) s, "
            + "\(Decimals.percent(Double(frames) / max(seconds, 1e-9))) frames/s; decode "
            + "\(Decimals.seconds(stages.decode)) s, scale \(Decimals.seconds(stages.scale)) s, encode "
            + "\(Decimals.seconds(stages.encode)) s."
    }
}
