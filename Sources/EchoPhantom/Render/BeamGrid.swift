/// The samples of one clip, depth by beam, and what about them does not change with phase.
///
/// Arrays have the shape `[depths, beams]`, row-major.
struct BeamGrid {
    static let depths = 176
    static let beams = 104
    static let count = depths * beams

    let cut: CutPlane
    /// Half the sector's angle, radians.
    let halfAngle: Float
    /// Centimeters from the probe to the bottom.
    let depth: Float
    /// Centimeters between two samples of a beam.
    let step: Float
    /// Radians between two beams.
    let pitch: Float
    /// Sine and cosine of each beam's angle.
    private(set) var sines: [Float] = []
    private(set) var cosines: [Float] = []
    /// Each beam's direction in the heart's frame.
    private(set) var directions: [Vector] = []
    /// Where the samples lie in the heart's frame.
    private(set) var places: [Vector] = []
    /// Distance from the long axis.
    private(set) var radii: [Float] = []
    /// Column of ``VentricleTable``, with its fraction.
    private(set) var columns: [Float] = []
    /// The part across the long axis of each sample's place, along the picture's right and down.
    private(set) var across: [SIMD2<Float>] = []
    /// How much the beam runs along the radius there: -1...1.
    private(set) var slants: [Float] = []

    init(cut: CutPlane, acquisition: Acquisition) {
        self.cut = cut
        halfAngle = acquisition.halfAngle
        depth = acquisition.depth
        step = acquisition.depth / Float(Self.depths)
        pitch = 2 * acquisition.halfAngle / Float(Self.beams - 1)
        for beam in 0..<Self.beams {
            let angle = Float(beam) * pitch - halfAngle
            sines.append(Quick.sine(angle))
            cosines.append(Quick.cosine(angle))
            directions.append(cut.lateral * sines[beam] + cut.depth * cosines[beam])
        }
        for row in 0..<Self.depths {
            let away = (Float(row) + 0.5) * step
            for beam in 0..<Self.beams {
                let place = cut.origin + directions[beam] * away
                let radius = (place.x * place.x + place.y * place.y).squareRoot()
                let azimuth = Quick.angle(y: place.y, x: place.x)
                places.append(place)
                radii.append(radius)
                across.append(
                    SIMD2(
                        place.x * cut.lateral.x + place.y * cut.lateral.y,
                        place.x * cut.depth.x + place.y * cut.depth.y))
                columns.append(AzimuthColumn.of(azimuth, count: VentricleTable.azimuths))
                let inward = 1 / max(radius, 0.05)
                slants.append((place.x * directions[beam].x + place.y * directions[beam].y) * inward)
            }
        }
    }

    /// The nearest sample's row and the beam, both with fractions, of a place in the plane.
    func position(right: Float, down: Float) -> (row: Float, beam: Float) {
        let away = (right * right + down * down).squareRoot()
        let angle = Quick.angle(y: right, x: down)
        return (away / step - 0.5, (angle + halfAngle) / pitch)
    }
}
