public import EchoCore

/// What a writer has to know of a clip before its first frame.
public struct ExportClip: Sendable, Equatable {
    /// The pictures' extent.
    public var size: PictureSize
    /// When each frame is shown, from the first: ascending values from 0, milliseconds.
    public var frameTimes: [Double]
    /// Whether every pixel of every frame has three equal channels, so that one is enough.
    public var isGray: Bool
    /// What the picture's parts show; kept by DICOM alone.
    public var regions: [UltrasoundRegion]
    /// A remark kept in the file: for simulated clips, that they are.
    public var comment: String

    /// Joins the parts.
    ///
    /// - Precondition: at least one frame; times ascend.
    public init(
        size: PictureSize, frameTimes: [Double], isGray: Bool, regions: [UltrasoundRegion] = [],
        comment: String = ""
    ) {
        precondition(!frameTimes.isEmpty, "a clip has at least one frame")
        precondition(zip(frameTimes, frameTimes.dropFirst()).allSatisfy { $0 < $1 }, "times ascend")
        self.size = size
        self.frameTimes = frameTimes
        self.isGray = isGray
        self.regions = regions
        self.comment = comment
    }

    /// What a clip of one frame lasts, and what an interval is where nothing says: 30 frames a second.
    static let usualInterval = 1_000.0 / 30

    /// Milliseconds from each frame to the next; a last one that equals the one before it.
    var intervals: [Double] {
        let steps = zip(frameTimes.dropFirst(), frameTimes).map { $0 - $1 }
        return steps + [steps.last ?? Self.usualInterval]
    }

    /// How far frame times may be from an even rate's for that rate to be written: a rounding's worth.
    private static let evenness = 0.01

    /// The one interval that gives every frame's time; `nil` where there is none.
    var evenInterval: Double? {
        guard let last = frameTimes.last, frameTimes.count > 1 else { return Self.usualInterval }
        let interval = (last - frameTimes[0]) / Double(frameTimes.count - 1)
        let isEven = frameTimes.enumerated().allSatisfy { place, time in
            abs(time - frameTimes[0] - Double(place) * interval) < Self.evenness
        }
        return isEven ? interval : nil
    }
}
