/// Says of every sample of one frame what tissue it is: walls, blood, pericardium, surroundings.
struct HeartPainter {
    let grid: BeamGrid
    let anatomy: HeartAnatomy
    let texture: TissueTexture
    let pose: HeartPose
    let surfaces: [SIMD8<Float>]
    let muscle: Float
    let fat: Float
    let relaxedLength: Float
    let muscles: [Ellipsoid]
    let rightWall: Float
    /// Sharpness of an edge between blood and wall: one over its width in centimeters.
    let edge: Float = 9

    let inverseLength: Float
    /// How much the picture's right and down run along the long axis.
    let upright: SIMD2<Float>
    /// The length at end-diastole over the length now.
    let stretch: Float
    /// The probe's place along the picture's right and down.
    let origin: SIMD2<Float>

    static let bloodAmplitude: Float = 0.001
    /// Amplitude that tissue takes within a centimeter.
    static let tissueLoss: Float = 0.02

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
}
