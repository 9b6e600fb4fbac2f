public import EchoCore

/// Tells a clip's kind: from its tags where they say so, else from its frames as they go by.
///
/// Give it frames in order; all of them are best, and the wanted ones will do. Keeps counts for each cell of
/// a coarse grid and some rows of the last frame, never a frame.
public struct ClipClassifier {
    private let clip: Clip
    private let tagged: ClipClass?
    private var seen = 0
    private var color: ColorEvidence
    private var trace: TraceEvidence

    /// Share of the grid's cells that must show moving color; a blinking heart mark or an ECG stays below.
    ///
    /// Source: measured on real clips; A4C with a logo shows 0.000, a parasternal color Doppler clip 0.077.
    private static let leastMovingColor = 0.004
    /// Share of cells that must be colored where one frame is all there is, furniture included.
    private static let leastColorAlone = 0.02
    /// A clip in which no pair of frames differs in more than this share of its pixels does not move.
    private static let mostStillChange = 0.003
    /// Bands of the picture, of ``TraceEvidence/bandCount``, that must hold a running trace.
    private static let leastTraceBands = 2
    /// The same where nothing else moves: a frozen picture has no band that runs.
    private static let leastTraceBandsAlone = 1

    /// Reads the clip's tags.
    public init(clip: Clip) {
        self.clip = clip
        tagged = TagEvidence.verdict(on: clip)
        color = ColorEvidence(size: clip.size)
        trace = TraceEvidence(size: clip.size)
    }

    /// Takes account of the clip's next frame.
    ///
    /// - Precondition: the frame has the clip's size.
    /// - Complexity: O(pixels); nothing where the tags have decided.
    public mutating func add(_ frame: Frame) {
        precondition(frame.size == clip.size, "a frame of \(frame.size) in a clip of \(clip.size)")
        guard tagged == nil else { return }
        seen += 1
        color.add(frame)
        trace.add(frame)
    }

    /// The kind, and what decided it, after the frames given so far.
    public func verdict() -> ClipClass {
        if let tagged { return tagged }
        guard seen > 1 else { return verdictAlone() }
        // A slow sweep beside a frozen picture changes no more of it than a blinking mark: the trace goes first.
        let isQuiet = trace.largestChange < Self.mostStillChange
        let neededBands = isQuiet ? Self.leastTraceBandsAlone : Self.leastTraceBands
        if trace.runningBands >= neededBands {
            return ClipClass(
                .spectral,
                reason:
                    "pixels: a trace runs through \(trace.runningBands) of \(TraceEvidence.bandCount) bands")
        }
        if isQuiet {
            return ClipClass(
                .still, reason: "pixels: at most \(percent(trace.largestChange)) change between frames")
        }
        let colored = "\(percent(color.movingShare)) of the picture has moving color"
        return color.movingShare >= Self.leastMovingColor
            ? ClipClass(.color, reason: "pixels: \(colored)")
            : ClipClass(.bMode, reason: "pixels: \(colored)")
    }

    /// One frame tells color from gray, and nothing of movement.
    private func verdictAlone() -> ClipClass {
        guard seen == 1 else {
            return ClipClass(.bMode, reason: "no frame was looked at, and no tag speaks against it")
        }
        let colored = "\(percent(color.presentShare)) of the only frame looked at is colored"
        return color.presentShare >= Self.leastColorAlone
            ? ClipClass(.color, reason: "pixels: \(colored)")
            : ClipClass(.bMode, reason: "pixels: \(colored)")
    }

    private func percent(_ share: Double) -> String {
        let tenths = Int((share * 1_000).rounded())
        return "\(tenths / 10).\(tenths % 10) %"
    }
}
