internal import EchoCore

/// What is written on the screen: name and logo, settings, the menu.
extension FurniturePainter {
    static func banner(
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

    static func settings(
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

    static func menu(_ style: ScannerStyle, _ scale: Int, _ canvas: inout Canvas) {
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
