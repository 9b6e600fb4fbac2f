internal import EchoCore

/// Draws the furniture of one clip; the sector goes on top of it, so none of its pixels is touched.
struct FurniturePainter {
    private let style: ScannerStyle
    private let size: PictureSize
    private let frameCount: Int
    private let heartRate: Float
    private let still: Canvas
    /// Pixels a font's dot.
    private let scale: Int

    /// How many seconds the trace shows.
    private static let traceSeconds: Float = 3

    init(
        _ furniture: Furniture, size: PictureSize, layout: PictureLayout, acquisition: Acquisition,
        heartRate: Float,
        frameCount: Int
    ) {
        style = ScannerStyle.of(site: furniture.site)
        self.size = size
        self.frameCount = frameCount
        self.heartRate = heartRate
        scale = max(size.height / 300, 1)
        var canvas = Canvas(size: size)
        Self.banner(furniture, style, scale, &canvas)
        Self.settings(furniture, style, scale, acquisition, &canvas)
        Self.ticks(style, scale, layout, acquisition, &canvas)
        if style.hasGrayBar { Self.grayBar(style, &canvas) }
        if style.hasMenu { Self.menu(style, scale, &canvas) }
        still = canvas
    }

    /// The furniture at a frame: what stands still, the trace up to now, the frame's number.
    func canvas(frame: Int, beats: Float) -> Canvas {
        var canvas = still
        let height = size.height
        let left = Float(size.width) * 0.06
        let right = Float(size.width) * 0.6
        let base = Float(height) * (style.hasMenu ? 0.9 : 0.965)
        let tall = Float(height) * 0.05
        let beatsShown = Self.traceSeconds * heartRate / 60
        var previous = SIMD2<Float>(left, base)
        for x in Int(left)..<Int(right) {
            let share = (Float(x) - left) / (right - left)
            let voltage = HeartTrace.voltage(beats + (share - 1) * beatsShown)
            let place = SIMD2<Float>(Float(x), base - voltage * tall)
            if x > Int(left) {
                canvas.line(from: previous, to: place, thickness: max(scale / 2, 1), style.traceColor)
            }
            previous = place
        }
        canvas.fill(
            x: Int(right) + scale, y: Int(base - tall), width: scale, height: Int(tall), style.traceColor)
        let counter = "\(frame + 1)/\(frameCount)"
        canvas.text(
            counter, x: size.width - Canvas.width(of: counter, scale: scale) - 4 * scale,
            y: height - 10 * scale, scale: scale,
            style.textColor)
        return canvas
    }

}
