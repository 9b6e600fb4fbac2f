internal import EchoCore

/// The colors of one frame on the beam grid.
struct ColorFlow {
    let grid: BeamGrid
    let box: ColorBox
    let backdrop: Backdrop
    let seed: UInt64

    /// The least velocity that the wall filter lets through, as a share of the limit.
    private static let wallFilter: Float = 0.16

    /// One color a sample, `nil` where gray shows; shape `[depths, beams]`.
    ///
    /// - Parameter blood: the share of blood in each sample, of the same shape.
    func colors(_ painter: HeartPainter, blood: [Float], frame: Int) -> [SIMD3<UInt8>?] {
        var colors = [SIMD3<UInt8>?](repeating: nil, count: BeamGrid.count)
        var random = RenderRandom(seed &+ UInt64(truncatingIfNeeded: frame) &* 6271, 81)
        let field = FlowField(painter.anatomy, painter.pose)
        for row in box.rows {
            for beam in box.beams {
                let index = row * BeamGrid.beams + beam
                let flutter = random.even(-1, 1)
                guard blood[index] > 0.55, backdrop.window[index] > 0.25 else { continue }
                let place = grid.places[index]
                let sway = Float(frame) * 0.9
                let ragged =
                    0.8 + 0.4 * Quick.sine(place.x * 4.1 + sway) * Quick.sine(place.z * 3.3 - sway)
                    + 0.25 * flutter
                let (velocity, turbulence) = field.velocity(place)
                var share = -velocity.dot(grid.directions[beam]) / box.limit * max(ragged, 0.1)

                share += flutter * (0.05 + 0.75 * turbulence)
                guard abs(share) > Self.wallFilter else { continue }
                // Beyond the limit the measured phase turns over.
                let folded = share - 2 * (share / 2).rounded()
                colors[index] = ColorMap.color(folded, turbulence: turbulence * (0.5 + 0.5 * abs(flutter)))
            }
        }
        return colors
    }

    /// The box's outline and the bar that explains the colors.
    func outline(_ canvas: inout Canvas, converter: ScanConverter) {
        let white = SIMD3<UInt8>(210, 210, 210)
        func place(_ row: Int, _ beam: Int) -> SIMD2<Float> {
            let away = (Float(row) + 0.5) * grid.step / converter.scale
            return converter.apex + SIMD2(grid.sines[beam], grid.cosines[beam]) * away
        }
        for row in [box.rows.lowerBound, box.rows.upperBound] {
            for beam in box.beams.dropLast() {
                canvas.line(from: place(row, beam), to: place(row, beam + 1), white)
            }
        }
        for beam in [box.beams.lowerBound, box.beams.upperBound] {
            canvas.line(from: place(box.rows.lowerBound, beam), to: place(box.rows.upperBound, beam), white)
        }
    }

    /// The bar that explains the colors, beside the sector's top.
    func bar(_ canvas: inout Canvas) {
        let (width, height) = (canvas.size.width, canvas.size.height)
        let tall = height / 5
        let wide = max(width / 50, 4)
        let x = width - wide - max(width / 40, 2)
        let top = height / 14
        for row in 0..<tall {
            let share = 1 - 2 * (Float(row) + 0.5) / Float(tall)
            canvas.fill(x: x, y: top + row, width: wide, height: 1, ColorMap.color(share, turbulence: 0))
        }
        let scale = max(height / 300, 1)
        let label = "\(Int(box.limit * 100))"
        canvas.text(
            label, x: x + wide - Canvas.width(of: label, scale: scale), y: top - 9 * scale, scale: scale,
            [210, 210, 210])
        canvas.text(
            label, x: x + wide - Canvas.width(of: label, scale: scale), y: top + tall + 2 * scale,
            scale: scale, [210, 210, 210])
    }
}
