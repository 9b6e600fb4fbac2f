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

    private static func banner(
        _ furniture: Furniture, _ style: ScannerStyle, _ scale: Int, _ canvas: inout Canvas
    ) {
        var random = RenderRandom(furniture.seed, 61)
        let number = "ID \(Int(random.even(100_000, 999_999)))"
        let (width, height) = (canvas.size.width, canvas.size.height)
        switch style.banner {
        case .topBar:
            canvas.fill(x: 0, y: 0, width: width, height: 11 * scale, style.bannerColor)
            canvas.text(furniture.name, x: 4 * scale, y: 2 * scale, scale: scale, style.textColor)
            canvas.text(
                number, x: width - Canvas.width(of: number, scale: scale) - 4 * scale, y: 2 * scale,
                scale: scale,
                style.textColor)
        case .topLeft:
            canvas.text(furniture.name, x: 16 * scale, y: 3 * scale, scale: scale, style.textColor)
        case .bottomLeft:
            canvas.fill(x: 0, y: height - 11 * scale, width: width / 2, height: 11 * scale, style.bannerColor)
            canvas.text(
                "\(furniture.name) \(number)", x: 3 * scale, y: height - 9 * scale, scale: scale,
                style.textColor)
        }
        let logoY = style.banner == .topBar ? 14 * scale : 2 * scale
        let logoX =
            style.textSide == .left || style.banner == .topLeft
            ? 3 * scale : width - Canvas.width(of: style.logo, scale: scale) - 4 * scale
        if style.logo.count <= 2 {
            canvas.fill(x: logoX, y: logoY, width: 11 * scale, height: 11 * scale, style.logoColor)
        }
        let color = style.logo.count <= 2 ? SIMD3<UInt8>(255, 255, 255) : style.logoColor
        if style.logo.count != 2 {
            canvas.text(style.logo, x: logoX + 3 * scale, y: logoY + 2 * scale, scale: scale, color)
        }
    }

    private static func settings(
        _ furniture: Furniture, _ style: ScannerStyle, _ scale: Int, _ acquisition: Acquisition,
        _ canvas: inout Canvas
    ) {
        var random = RenderRandom(furniture.seed, 62)
        let index = Int(random.even(8, 15))
        let lines = [
            "ADULT", "\(Int(acquisition.frameRate))HZ", "\(Int(acquisition.depth.rounded()))CM",
            "2D \(Int(50 + acquisition.gain * 4))%", "C \(Int(acquisition.dynamicRange))", "P LOW",
            "MI \(index / 10).\(index % 10)", "TIS 0.\(Int(random.even(2, 9)))",
        ]
        for (row, line) in lines.enumerated() {
            let x =
                style.textSide == .left
                ? 3 * scale : canvas.size.width - Canvas.width(of: line, scale: scale) - 3 * scale
            canvas.text(line, x: x, y: (28 + 10 * row) * scale, scale: scale, style.textColor)
        }
    }

    private static func ticks(
        _ style: ScannerStyle, _ scale: Int, _ layout: PictureLayout, _ acquisition: Acquisition,
        _ canvas: inout Canvas
    ) {
        for centimeter in 0...Int(acquisition.depth) {
            let isBig = centimeter % 5 == 0
            let away = Float(centimeter) / layout.scale
            let y = Int(layout.apex.y + away)
            let size = isBig ? 2 * scale : scale
            switch style.ticks {
            case .rightColumn:
                canvas.fill(
                    x: canvas.size.width * 9 / 10, y: y, width: isBig ? 5 * scale : 3 * scale,
                    height: max(scale / 2, 1), style.textColor)
            case .leftColumn:
                canvas.fill(
                    x: canvas.size.width / 14, y: y, width: isBig ? 5 * scale : 3 * scale,
                    height: max(scale / 2, 1), style.textColor)
            case .squares:
                canvas.fill(x: canvas.size.width * 11 / 12, y: y, width: size, height: size, style.textColor)
            case .alongEdge:
                let angle = acquisition.halfAngle + 0.02
                let x = Int(layout.apex.x + Quick.sine(angle) * away) + 3 * scale
                canvas.fill(
                    x: x, y: Int(layout.apex.y + Quick.cosine(angle) * away), width: size, height: size,
                    style.textColor)
            }
        }
        let mark = SIMD2(layout.apex.x + Float(8 * scale), layout.apex.y - Float(4 * scale))
        canvas.fill(x: Int(mark.x), y: Int(mark.y), width: 3 * scale, height: 3 * scale, style.logoColor)
    }

    private static func grayBar(_ style: ScannerStyle, _ canvas: inout Canvas) {
        let (width, height) = (canvas.size.width, canvas.size.height)
        let tall = height / 4
        let x = style.textSide == .left ? width * 19 / 20 : width / 40
        for row in 0..<tall {
            let level = UInt8(255 - 255 * row / tall)
            canvas.fill(
                x: x, y: height / 7 + row, width: max(width / 60, 2), height: 1, [level, level, level])
        }
    }

    private static func menu(_ style: ScannerStyle, _ scale: Int, _ canvas: inout Canvas) {
        let height = canvas.size.height
        let top = height - 22 * scale
        canvas.fill(
            x: canvas.size.width / 8, y: top, width: canvas.size.width * 3 / 4, height: 10 * scale,
            [42, 42, 42])
        for (index, word) in ["GEN", "2D", "SECTOR", "MB OFF", "PAGE 1/3"].enumerated() {
            canvas.text(
                word,
                x: canvas.size.width / 8 + (4 + index * canvas.size.width * 3 / 20 / max(scale, 1)) * scale,
                y: top + 2 * scale,
                scale: scale, style.textColor)
        }
    }
}
