public import EchoCore

/// Finds a clip's sector from its frames, one at a time; keeps no frame.
///
/// Ultrasound changes a little in every frame, furniture never, rarely, or along thin lines. What changes
/// steadily is gathered, its largest region is taken, and a sector (two straight edges, a near and a far
/// arc or line) is fitted to it. A clip that does not move is judged by where it is lit. Region tags,
/// where they fit the picture, bound the search. A result that cannot be trusted is an error, never a mask.
public struct SectorMaskBuilder: Sendable {
    private let size: PictureSize
    private let bounds: PixelRect?
    private var statistics: PixelStatistics

    /// Starts with no frame.
    ///
    /// - Parameter clip: what the file says; only its size and its valid 2-D regions are used.
    public init(clip: Clip) {
        size = clip.size
        bounds = Self.imageBounds(clip)
        statistics = PixelStatistics(size: clip.size)
    }

    /// Takes the next frame in, in time order; about 20 frames spread over a heart beat suffice.
    ///
    /// - Precondition: the frame has the clip's extent.
    /// - Complexity: O(pixels); no allocation.
    public mutating func add(_ frame: Frame) {
        precondition(frame.size == size, "a frame of \(frame.size) in a clip of \(size)")
        statistics.add(frame)
    }

    /// The mask of the frames so far.
    ///
    /// - Throws: ``MaskError`` where the sector cannot be trusted.
    /// - Complexity: O(pixels), some 30 ms for 640 x 480.
    public func build() throws(MaskError) -> SectorMask {
        guard statistics.frameCount > 0 else { throw .noFrames }
        return try SectorSearch(statistics: statistics, bounds: bounds).mask()
    }

    /// The largest 2-D region of tissue or color flow.
    private static func imageBounds(_ clip: Clip) -> PixelRect? {
        clip.validRegions.filter { $0.spatialFormat == 1 && (1...2).contains($0.dataType) }
            .map(\.bounds).max { $0.pixelCount < $1.pixelCount }
    }
}
