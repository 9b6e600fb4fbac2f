/// One sample's place, seen from the ventricles' surfaces.
struct HeartSite {
    let place: Vector
    /// From the long axis, centimeters.
    let radius: Float
    /// From the apex, as a share of the length.
    let level: Float
    /// The surfaces there; lanes as ``VentricleTable/surfaces(contraction:)`` names them.
    let wall: SIMD8<Float>
    /// Which way the beam runs.
    let direction: Vector
    /// How much the beam runs along the radius, -1...1.
    let slant: Float
    /// What makes a distance from the axis a distance from the inner surface.
    let tilt: Float
    /// How squarely the beam meets the inner surface, 0...1.
    let facing: Float
    /// Centimeters outside the pericardium; negative within.
    let outside: Float
    /// How squarely the beam meets the pericardium, 0...1.
    let outerFacing: Float
    /// What makes a distance from the axis a distance from the pericardium.
    let outerTilt: Float

    @inline(__always) init(
        place: Vector, radius: Float, level: Float, wall: SIMD8<Float>, direction: Vector, slant: Float
    ) {
        self.place = place
        self.radius = radius
        self.level = level
        self.wall = wall
        self.direction = direction
        self.slant = slant
        tilt = 1 / (1 + wall[6] * wall[6]).squareRoot()
        facing = abs(slant - wall[6] * direction.z) * tilt
        outerTilt = 1 / (1 + wall[7] * wall[7]).squareRoot()
        outside = (radius - wall[3]) * outerTilt
        outerFacing = abs(slant - wall[7] * direction.z) * outerTilt
    }
}
