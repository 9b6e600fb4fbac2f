/// An atrium: an ellipsoid with a slightly uneven surface.
struct Ellipsoid {
    let center: Vector
    /// The half axes: along the first direction, the second, and z.
    let radii: Vector
    let first: Vector
    let second: Vector
    /// What makes its unevenness its own.
    let waviness: Float
    private let inverse: Vector
    private let smallest: Float

    init(center: Vector, radii: Vector, firstAzimuth: Float, waviness: Float) {
        self.center = center
        self.radii = radii
        self.waviness = waviness
        first = .across(firstAzimuth)
        second = .across(firstAzimuth + .pi / 2)
        inverse = 1 / radii
        smallest = min(radii.x, radii.y, radii.z)
    }

    /// How deep inside a place lies, in about centimeters; negative outside.
    @inline(__always) func depth(_ place: Vector) -> Float {
        let offset = place - center
        let own = Vector(
            offset.x * first.x + offset.y * first.y, offset.x * second.x + offset.y * second.y, offset.z)
        let scaled = own * inverse
        let square = (scaled * scaled).sum()
        if square > 4 { return -smallest }
        let wave = Quick.sine(own.x * 1.7 + waviness) * Quick.sine(own.z * 1.4 + waviness * 2)
        return (1 - square.squareRoot() * (1 + 0.05 * wave)) * smallest
    }
}
