/// Puts strands onto the beam grid, as far as the slice meets them.
struct StrandPainter {
    let grid: BeamGrid
    /// Half the slice's thickness, centimeters.
    let slice: Float

    /// Adds a strand to a map.
    func paint(_ strand: Strand, into map: inout EchoMap) {
        let cut = grid.cut
        let normal = cut.normal
        let deviation = (slice * slice + strand.thickness * strand.thickness).squareRoot()
        for (index, point) in strand.points.enumerated() {
            let offset = point - cut.origin
            let aside = offset.dot(normal) / deviation
            if abs(aside) > 2.6 { continue }
            // A sheet that lies in the slice is met by few beams at a right angle: it shows faintly.
            let flat = strand.uprights.isEmpty ? 0 : strand.uprights[index].dot(normal)
            let shown = max((1 - flat * flat) * (1 - flat * flat), 0.01)
            stamp(
                right: offset.dot(cut.lateral), down: offset.dot(cut.depth),
                weight: Quick.bell(aside) * shown, strand,
                into: &map)
        }
    }

    private func stamp(right: Float, down: Float, weight: Float, _ strand: Strand, into map: inout EchoMap) {
        let (row, beam) = grid.position(right: right, down: down)
        let away = max((row + 0.5) * grid.step, 0.3)
        let rows = strand.width / grid.step
        let beams = strand.width / (away * grid.pitch)
        let firstRow = max(Int((row - 2.5 * rows).rounded(.up)), 0)
        let lastRow = min(Int((row + 2.5 * rows).rounded(.down)), BeamGrid.depths - 1)
        let firstBeam = max(Int((beam - 2.5 * beams).rounded(.up)), 0)
        let lastBeam = min(Int((beam + 2.5 * beams).rounded(.down)), BeamGrid.beams - 1)
        guard firstRow <= lastRow, firstBeam <= lastBeam, row > -2 else { return }
        for y in firstRow...lastRow {
            let down = (Float(y) - row) / rows
            for x in firstBeam...lastBeam {
                let side = (Float(x) - beam) / beams
                let share = weight * Quick.exponential2(-0.721_347_5 * (down * down + side * side))
                let index = y * BeamGrid.beams + x
                map.bright[index] = max(map.bright[index], strand.brightness * share)
                map.shadow[index] = max(map.shadow[index], strand.shadow * share)
                map.tissue[index] = max(map.tissue[index], strand.tissue * share)
            }
        }
    }
}
