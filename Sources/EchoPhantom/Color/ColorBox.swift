/// The part of the sector where the scanner measures flow.
struct ColorBox {
    let rows: ClosedRange<Int>
    let beams: ClosedRange<Int>
    /// The velocity beyond which colors turn over, meters a second.
    let limit: Float

    /// Puts the box around the valves that a view shows.
    init(grid: BeamGrid, view: EchoView, anatomy: HeartAnatomy, acquisition: Acquisition) {
        var random = RenderRandom(acquisition.seed, 71)
        let pose = HeartPose(Ventricle(anatomy), phase: 0)
        let mitral = pose.leftAtrium.center * 0.35 + pose.mitralRing.center * 0.65
        let right = pose.rightAtrium.center * 0.4 + pose.tricuspidRing.center * 0.6
        let isRight = anatomy.tricuspidRegurgitation > anatomy.mitralRegurgitation
        var target = mitral
        switch view {
        case .apicalFourChamber, .subcostal: target = isRight ? right : mitral
        case .apicalThreeChamber, .parasternalLongAxis:
            target = anatomy.aorticStenosis > anatomy.mitralRegurgitation ? pose.aorta.base : mitral
        default: break
        }
        let offset = target - grid.cut.origin
        let (row, beam) = grid.position(right: offset.dot(grid.cut.lateral), down: offset.dot(grid.cut.depth))
        let tall = random.even(3.0, 4.2) / grid.step
        let wide = random.even(2.4, 3.6) / max(row * grid.step, 4) / grid.pitch
        rows = Self.range(row, tall, BeamGrid.depths)
        beams = Self.range(beam, wide, BeamGrid.beams)
        limit = random.even(0.45, 0.7)
    }

    private static func range(_ middle: Float, _ half: Float, _ count: Int) -> ClosedRange<Int> {
        let low = min(max(Int(middle - half), 2), count - 12)
        return low...min(max(Int(middle + half), low + 8), count - 3)
    }
}
