/// Says of every sample of one frame what tissue it is: walls, blood, pericardium, surroundings.
struct HeartPainter {
    let grid: BeamGrid
    let anatomy: HeartAnatomy
    let texture: TissueTexture
    let pose: HeartPose
    let surfaces: [SIMD8<Float>]
    private let muscle: Float
    private let fat: Float
    let relaxedLength: Float
    private let muscles: [Ellipsoid]
    private let rightWall: Float
    /// Sharpness of an edge between blood and wall: one over its width in centimeters.
    let edge: Float = 9

    private let inverseLength: Float
    /// How much the picture's right and down run along the long axis.
    let upright: SIMD2<Float>
    /// The length at end-diastole over the length now.
    let stretch: Float
    /// The probe's place along the picture's right and down.
    let origin: SIMD2<Float>

    private static let bloodAmplitude: Float = 0.001
    /// Amplitude that tissue takes within a centimeter.
    private static let tissueLoss: Float = 0.02

    init(grid: BeamGrid, table: VentricleTable, texture: TissueTexture, ventricle: Ventricle, pose: HeartPose)
    {
        self.grid = grid
        self.texture = texture
        self.pose = pose
        anatomy = ventricle.anatomy
        surfaces = table.surfaces(contraction: pose.beat.contraction)
        rightWall = table.rightWall
        inverseLength = 1 / pose.length
        stretch = ventricle.anatomy.leftVentricleLength / pose.length
        upright = SIMD2(grid.cut.lateral.z, grid.cut.depth.z)
        origin = SIMD2(grid.cut.origin.dot(grid.cut.lateral), grid.cut.origin.dot(grid.cut.depth))
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
        let level = place.z * inverseLength
        let wall = surface(level, grid.columns[index])
        if radius > wall[3] + 3.5, level < 0.5 {
            let own = grid.across[index] + upright * place.z - origin
            return TissueSample(amplitude: backdrop, mirror: 0, loss: Self.tissueLoss, blood: 0, own: own)
        }
        let site = HeartSite(
            place: place, radius: radius, level: level, wall: wall, direction: grid.directions[beam],
            slant: grid.slants[index])
        let (solid, blood, fibrous) = chambers(site)
        let along = Quick.ramp(1.1 - level, 6)
        let fluid =
            Quick.ramp(-site.outside, 7) * Quick.ramp((radius - heartSurface(wall)) * site.outerTilt, 7)
            * along
        var amplitude = surroundings(site, backdrop, along)
        amplitude += (muscle * (0.5 + 0.62 * site.facing) - amplitude) * solid
        let clear = max(fluid * (1 - solid), blood)
        amplitude += (Self.bloodAmplitude - amplitude) * clear
        return TissueSample(
            amplitude: amplitude, mirror: (0.03 * fibrous + mirrors(site)) * (1 - 0.9 * blood),
            loss: Self.tissueLoss * (1 - clear), blood: clear,
            own: own(index, place, radius: radius, wall: wall))
    }

    /// How much of the place is wall, blood, and the great vessels' fibrous wall; each 0...1.
    @inline(__always) private func chambers(_ site: HeartSite) -> (solid: Float, blood: Float, fibrous: Float)
    {
        let (place, radius, wall, tilt) = (site.place, site.radius, site.wall, site.tilt)
        var left = Quick.ramp((wall[0] - radius) * tilt, edge) * Quick.ramp(pose.length - place.z, edge)
        if left > 0 {
            for muscle in muscles { left *= 1 - 0.96 * Quick.ramp(muscle.depth(place), 6) }
        }
        let leftWall =
            Quick.ramp((wall[1] - radius) * tilt, edge) * Quick.ramp(pose.length + 0.22 - place.z, 7)
        let out = (wall[2] - radius) * tilt
        let beyond = Quick.ramp(radius - wall[1], edge)
        let right =
            beyond * Quick.ramp(out, 7) * Quick.ramp(pose.tricuspidLevel * pose.length - place.z, edge)
        var solid = leftWall
        if wall[2] > wall[1] {
            let rim =
                beyond * Quick.ramp(out + rightWall * tilt, 7) * Quick.ramp(pose.length + 0.2 - place.z, 5)
            solid = max(solid, rim)
        }
        guard site.level > 0.55 else { return (solid, max(right, left), 0) }
        let base = base(place, solid: solid, leftWall: leftWall)
        return (base.solid, max(base.blood, right, left), base.fibrous)
    }

    /// The amplitude without walls and blood: fat glows at the pericardium, what lies within gives way.
    @inline(__always) private func surroundings(_ site: HeartSite, _ backdrop: Float, _ along: Float) -> Float
    {
        if site.outside <= 0 { return max(backdrop * (1 - along), backdrop * 0.6) }
        guard site.outside < 3.5 else { return backdrop }
        let glow = Quick.ramp(1.12 - site.level, 4) * Quick.ramp(site.level - 0.05, 4)
        return backdrop * (1 + glow * (3 + 9 * fat) * Quick.exponential2(-site.outside * 2.2))
    }

    /// The amplitude of the pericardium and of the inner surface, strongest where the beam meets them squarely.
    @inline(__always) private func mirrors(_ site: HeartSite) -> Float {
        var mirror: Float = 0
        let line = (site.outside - 0.06) * (1 / (0.05 + 0.04 * fat))
        if abs(line) < 3 {
            let squarely = site.outerFacing * site.outerFacing * site.outerFacing
            mirror +=
                (0.012 + 0.12 * squarely) * Quick.bell(line) * Quick.ramp(site.level + 0.02, 8)
                * Quick.ramp(1.14 - site.level, 6)
        }
        let rim = (site.radius - site.wall[0]) * site.tilt * 9 - 0.6
        if abs(rim) < 3, site.level < 1 {
            mirror += 0.035 * site.facing * site.facing * site.facing * Quick.bell(rim)
        }
        return mirror
    }

    /// The heart's outer surface, within the pericardium.
    @inline(__always) func heartSurface(_ wall: SIMD8<Float>) -> Float {
        max(wall[1], wall[2] > wall[1] ? wall[2] + rightWall : 0)
    }
}
