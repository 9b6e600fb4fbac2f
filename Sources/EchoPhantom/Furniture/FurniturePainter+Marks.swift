internal import EchoCore

/// Depth marks and the bar of gray levels.
extension FurniturePainter {
    static func ticks(
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

    static func grayBar(_ style: ScannerStyle, _ canvas: inout Canvas) {
        let (width, height) = (canvas.size.width, canvas.size.height)
        let tall = height / 4
        let x = style.textSide == .left ? width * 19 / 20 : width / 40
        for row in 0..<tall {
            let level = UInt8(255 - 255 * row / tall)
            canvas.fill(
                x: x, y: height / 7 + row, width: max(width / 60, 2), height: 1, [level, level, level])
        }
    }
}
