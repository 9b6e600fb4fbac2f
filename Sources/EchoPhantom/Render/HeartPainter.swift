/// Says of every sample of one frame what tissue it is: walls, blood, pericardium, surroundings.
struct HeartPainter {
    let grid: BeamGrid
    let anatomy: HeartAnatomy
    let texture: TissueTexture
    let pose: HeartPose
    let surfaces: [SIMD8<Float>]
    private let muscle: Float
    private let fat: Float
    private let relaxedLength: Float
    private let muscles: [Ellipsoid]
    private let rightWall: Float
    /// Sharpness of an edge between blood and wall: one over its width in centimeters.
    private let edge: Float = 9

    static let bloodAmplitude: Float = 0.001

    init(grid: BeamGrid, table: VentricleTable, texture: TissueTexture, ventricle: Ventricle, pose: HeartPose)
    {
        self.grid = grid
        self.texture = texture
        self.pose = pose
        anatomy = ventricle.anatomy
        surfaces = table.surfaces(contraction: pose.beat.contraction)
        rightWall = table.rightWall
        muscle = Quick.amplitude(decibels: -29 + 1.3 * anatomy.shape.echogenicity)
        fat = 0.3 + 0.5 * anatomy.shape.pericardialFat
        relaxedLength = anatomy.leftVentricleLength
        muscles = Self.papillary(ventricle, pose)
    }

    /// The two papillary muscles: anterolateral and posteromedial.
    private static func papillary(_ ventricle: Ventricle, _ pose: HeartPose) -> [Ellipsoid] {
        let shape = ventricle.anatomy.shape
        let contraction = pose.beat.contraction
        return [(Float(-0.5), Float(0)), (Float(3.75), Float(0.03))].map { azimuth, lower in
            let level = shape.papillaryLevel + 0.12 + lower
            let wall = ventricle.walls(
                level, azimuth, contraction: contraction, motion: ventricle.anatomy.wallMotion)
            let size = shape.papillaryRadius * (1 + 0.12 * contraction)
            let place = Vector.across(azimuth) * (wall.endocardium - 0.55 * size)
            return Ellipsoid(
                center: Vector(place.x, place.y, level * pose.length),
                radii: Vector(0.95 * size, 0.85 * size, 0.14 * pose.length), firstAzimuth: azimuth,
                waviness: shape.papillaryRadius * 10 + azimuth)
        }
    }

    /// Both ventricles' surfaces at a sample, interpolated.
    @inline(__always) func surface(_ level: Float, _ column: Float) -> SIMD8<Float> {
        let high = Float(VentricleTable.levels) - 1.001
        let row = min(max((level - VentricleTable.lowest) * (1 / VentricleTable.step), 0), high)
        let firstRow = Int(row)
        let firstColumn = Int(column)
        let down = row - Float(firstRow)
        let side = column - Float(firstColumn)
        let index = firstRow &* VentricleTable.columns &+ firstColumn
        let upper = surfaces[index] + (surfaces[index &+ 1] - surfaces[index]) * side
        let next = index &+ VentricleTable.columns
        let lower = surfaces[next] + (surfaces[next &+ 1] - surfaces[next]) * side
        return upper + (lower - upper) * down
    }

    /// Paints one sample.
    ///
    /// - Parameters:
    ///   - index: the sample.
    ///   - beam: its beam.
    ///   - backdrop: amplitude of what is there without the heart.
    @inline(__always) func sample(_ index: Int, beam: Int, backdrop: Float) -> TissueSample {
        let place = grid.places[index]
        let radius = grid.radii[index]
        let level = place.z / pose.length
        let wall = surface(level, grid.columns[index])
        let direction = grid.directions[beam]
        let slant = grid.slants[index]
        let tilt = 1 / (1 + wall[6] * wall[6]).squareRoot()
        let facing = abs(slant - wall[6] * direction.z) * tilt
        let belowBase = Quick.ramp(pose.length - place.z, edge)

        var left = Quick.ramp((wall[0] - radius) * tilt, edge) * belowBase
        let leftWall =
            Quick.ramp((wall[1] - radius) * tilt, edge)
            * Quick.ramp(pose.length + 0.22 - place.z, 7)
        if left > 0 {
            for muscle in muscles { left *= 1 - 0.96 * Quick.ramp(muscle.depth(place), 6) }
        }
        let rightRing = pose.tricuspidLevel * pose.length
        let out = wall[2] - radius
        let beyondSeptum = Quick.ramp(radius - wall[1], edge)
        var right = beyondSeptum * Quick.ramp(out * tilt, 7) * Quick.ramp(rightRing - place.z, edge)
        var solid = max(
            leftWall,
            beyondSeptum * Quick.ramp((out + rightWall) * tilt, 7)
                * Quick.ramp(pose.length + 0.2 - place.z, 5)
                * (wall[2] > wall[1] ? 1 : 0))
        var mirror: Float = 0
        var blood: Float = 0
        if place.z > 0.55 * pose.length {
            (solid, blood, right) = base(place, solid: solid, leftWall: leftWall, right: right)
        }
        blood = max(blood, right, left)

        // The pericardium and what lies on both sides of it.
        let pericardium = 1 / (1 + wall[7] * wall[7]).squareRoot()
        let outside = (radius - wall[3]) * pericardium
        let heart = heartSurface(wall)
        let along = Quick.ramp(1.1 - level, 6)
        let fluid = Quick.ramp(outside * -1, 7) * Quick.ramp((radius - heart) * pericardium, 7) * along
        var amplitude = backdrop
        if outside > 0 && outside < 3.5 {
            let glow = Quick.ramp(1.12 - level, 4) * Quick.ramp(level - 0.05, 4)
            amplitude *= 1 + glow * (3 + 9 * fat) * Quick.exponential2(-outside * 2.2)
        } else if outside <= 0 {
            amplitude = max(amplitude * (1 - along), backdrop * 0.6)
        }
        amplitude += (muscle * (0.5 + 0.62 * facing) - amplitude) * solid
        var loss: Float = 0.02
        let clear = max(fluid * (1 - solid), blood)
        amplitude += (Self.bloodAmplitude - amplitude) * clear
        loss *= 1 - clear
        let line = (outside - 0.06) * (1 / (0.05 + 0.04 * fat))
        if abs(line) < 3 {
            let surfaceFacing = abs(slant - wall[7] * direction.z) * pericardium
            mirror +=
                (0.012 + 0.12 * surfaceFacing * surfaceFacing * surfaceFacing) * Quick.bell(line)
                * Quick.ramp(level + 0.02, 8) * Quick.ramp(1.14 - level, 6)
        }
        let rim = (radius - wall[0]) * tilt * 9 - 0.6
        if abs(rim) < 3, level < 1 { mirror += 0.035 * facing * facing * facing * Quick.bell(rim) }
        mirror *= 1 - 0.9 * blood
        return TissueSample(
            amplitude: amplitude, mirror: mirror, loss: loss, blood: clear,
            own: own(place, radius: radius, wall: wall))
    }

    /// The heart's outer surface, within the pericardium.
    @inline(__always) func heartSurface(_ wall: SIMD8<Float>) -> Float {
        max(wall[1], wall[2] > wall[1] ? wall[2] + rightWall : 0)
    }

    /// The atria, the great vessels and what separates them.
    @inline(__always) private func base(
        _ place: Vector, solid: Float, leftWall: Float, right: Float
    ) -> (solid: Float, blood: Float, right: Float) {
        let leftDepth = pose.leftAtrium.depth(place)
        let rightDepth = pose.rightAtrium.depth(place)
        let aside = pose.aorta.position(place)
        let aorta = pose.aorta.radius(aside.height) - aside.aside
        let rising = Quick.ramp(aside.height + 0.05, 6) * Quick.ramp(pose.aorta.length - aside.height, 3)
        let vessel = Quick.ramp(aorta, edge) * rising
        let vesselWall = Quick.ramp(aorta + 0.17, edge) * rising
        let rightTract = pose.rightOutflow.depth(place)
        let outflow = Quick.ramp(pose.outflow.depth(place), 7)
        let rightSide = Quick.ramp(pose.tricuspidLevel * pose.length - place.z, edge)
        var wall = max(solid, Quick.ramp(leftDepth + 0.2, edge), Quick.ramp(rightDepth + 0.2, edge))
        wall = max(wall, vesselWall, Quick.ramp(rightTract + 0.32, 7))
        let notVentricle = 1 - max(leftWall, vesselWall)
        let tract = Quick.ramp(rightTract, 7) * notVentricle
        let back = Quick.ramp(place.z - pose.length, edge)
        let left = Quick.ramp(leftDepth, edge) * (1 - vesselWall) * back
        let behind = Quick.ramp(rightDepth, edge) * (1 - Quick.ramp(leftDepth + 0.2, edge)) * (1 - rightSide)
        return (wall, max(left, behind, max(vessel, outflow, tract)), right)
    }

    /// The place that this tissue had at end-diastole, in the picture's plane.
    @inline(__always) private func own(_ place: Vector, radius: Float, wall: SIMD8<Float>) -> SIMD2<Float> {
        var relaxed: Float
        if radius < wall[0] {
            relaxed = radius * wall[4] / max(wall[0], 0.1)
        } else if radius < wall[1] {
            let share = (radius - wall[0]) / max(wall[1] - wall[0], 0.1)
            relaxed = wall[4] + share * (wall[5] - wall[4])
        } else {
            relaxed = radius + (wall[5] - wall[1]) * Quick.exponential2(-(radius - wall[1]) * 0.5)
        }
        relaxed = max(relaxed, 0)
        let factor = relaxed / max(radius, 0.05)
        let far = place.z - pose.length
        let shift = relaxedLength - pose.length
        let tall =
            far < 0
            ? place.z * (relaxedLength / pose.length) : place.z + shift * Quick.exponential2(-far * 0.25)
        let moved = Vector(place.x * factor, place.y * factor, tall) - grid.cut.origin
        return SIMD2((moved * grid.cut.lateral).sum(), (moved * grid.cut.depth).sum())
    }
}
