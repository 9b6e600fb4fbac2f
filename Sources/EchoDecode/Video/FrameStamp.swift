internal import CFFmpeg

/// When a picture is shown and decoded, in its stream's time base.
struct FrameStamp {
    let presentation: Int64
    let decoding: Int64

    /// Past this many milliseconds, 31 years, a stamp is damage.
    private static let longest = 1e12
    /// Where a file says nothing of time: 25 frames a second.
    private static let defaultPeriod = 40.0

    /// Presentation stamps where all pictures have them, else decoding stamps, else the frame rate.
    ///
    /// - Returns: ascending milliseconds from the first picture.
    static func times(of shown: [FrameStamp], stream: AVStream) -> [Double] {
        let base = 1_000 * Double(stream.time_base.num) / Double(max(1, stream.time_base.den))
        for stamps in [shown.map(\.presentation), shown.map(\.decoding)]
        where !stamps.contains(echo_no_timestamp) {
            let ordered = stamps.sorted()
            let times = ordered.map { (Double($0) - Double(ordered[0])) * base }
            if times.allSatisfy({ $0 >= 0 && $0 < longest }) { return times }
        }
        let period = period(of: stream)
        return shown.indices.map { Double($0) * period }
    }

    private static func period(of stream: AVStream) -> Double {
        let rate = stream.avg_frame_rate.num > 0 ? stream.avg_frame_rate : stream.r_frame_rate
        let period = 1_000 * Double(rate.den) / Double(max(1, rate.num))
        return period > 0 && period < 1e6 ? period : defaultPeriod
    }
}
