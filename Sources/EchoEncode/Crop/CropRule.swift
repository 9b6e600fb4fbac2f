public import EchoCore

/// How a picture is cut and scaled to the square that the model is shown.
///
/// - Source: `crop_and_scale` of echonet/echo_CLIP, `utils.py`: the longer axis is cut to the square's
///   aspect, then each side loses a share, then the rest is scaled by OpenCV's `INTER_CUBIC`.
public struct CropRule: Sendable, Hashable, Codable {
    /// Share of each side cut away after the aspect cut, 0 and up; a share that would leave nothing leaves
    /// the middle pixel or two.
    public let zoom: Double
    /// Pixels on each side of the result, at least 1.
    public let side: Int

    /// The published reader's setting: a tenth of each side, 224 x 224, even where the input is 224 x 224.
    public static let echoCLIP = CropRule(zoom: 0.1, side: 224)

    /// - Precondition: `zoom` is finite and not negative, `side` at least 1.
    public init(zoom: Double = 0.1, side: Int = 224) {
        precondition(zoom.isFinite && zoom >= 0, "a zoom of \(zoom) is no share of a side")
        precondition(side > 0, "a square of \(side) pixels a side holds none")
        self.zoom = zoom
        self.side = side
    }

    /// The part of a picture that is scaled; never empty.
    ///
    /// Halves are rounded to even, as Python's `round` does. Differs from the reference where that fails:
    /// an aspect or zoom cut that rounds to 0 pixels cuts nothing (the reference's `[0:-0]` keeps nothing,
    /// and OpenCV then asserts), and a cut that would leave nothing leaves 1 or 2 pixels.
    public func window(of size: PictureSize) -> PixelRect {
        let excess = size.width - size.height
        let across = Self.span(0, size.width, cutting: excess > 0 ? Self.halfToEven(excess) : 0)
        let down = Self.span(0, size.height, cutting: excess < 0 ? Self.halfToEven(-excess) : 0)
        let columns = Self.span(across.first, across.count, cutting: share(of: across.count))
        let rows = Self.span(down.first, down.count, cutting: share(of: down.count))
        return PixelRect(
            minX: columns.first, minY: rows.first,
            maxX: columns.first + columns.count - 1, maxY: rows.first + rows.count - 1)
    }

    private func share(of count: Int) -> Int { Int(min(Double(count) * zoom, Double(count))) }

    private static func halfToEven(_ count: Int) -> Int {
        Int((Double(count) / 2).rounded(.toNearestOrEven))
    }

    private static func span(_ first: Int, _ count: Int, cutting wanted: Int) -> (first: Int, count: Int) {
        let cut = min(wanted, (count - 1) / 2)
        return (first + cut, count - 2 * cut)
    }
}
