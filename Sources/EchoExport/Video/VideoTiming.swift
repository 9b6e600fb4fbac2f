internal import CFFmpeg

/// A clip's times in its container's own units.
struct VideoTiming {
    /// The unit, in seconds.
    let timeBase: AVRational
    /// When each frame is shown, in units.
    let stamps: [Int64]
    /// How long the last frame is shown, in units.
    private let last: Int64

    /// - Throws: ``ExportError/unevenTimes(shortest:longest:)`` for AVI where the frames are not evenly apart.
    init(_ clip: ExportClip, format: VideoFormat) throws(ExportError) {
        switch format {
        case .avi:
            guard let interval = clip.evenInterval else {
                let steps = clip.intervals.map { ($0 * 1_000).rounded() / 1_000 }
                throw .unevenTimes(shortest: steps.min() ?? 0, longest: steps.max() ?? 0)
            }
            let length = max(1, Int32((interval * Double(VideoFormat.microseconds) / 1_000).rounded()))
            timeBase = AVRational(num: length, den: VideoFormat.microseconds)
            stamps = clip.frameTimes.indices.map { Int64($0) }
            last = 1
        case .mp4:
            let scale = Double(VideoFormat.ticks) / 1_000
            let start = clip.frameTimes[0]
            timeBase = AVRational(num: 1, den: VideoFormat.ticks)
            stamps = clip.frameTimes.map { Int64((($0 - start) * scale).rounded()) }
            last = max(1, Int64(((clip.intervals.last ?? ExportClip.usualInterval) * scale).rounded()))
        }
    }

    /// How long a frame is shown, in units.
    func duration(of index: Int) -> Int64 {
        index + 1 < stamps.count ? stamps[index + 1] - stamps[index] : last
    }
}
