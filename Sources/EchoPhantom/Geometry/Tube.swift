/// A straight vessel or outflow tract with round ends.
struct Tube {
    let start: Vector
    let axis: Vector
    let length: Float
    let radius: Float

    init(from start: Vector, to end: Vector, radius: Float) {
        self.start = start
        length = (end - start).length
        axis = (end - start).normalized
        self.radius = radius
    }

    /// How deep inside a place lies, in centimeters; negative outside.
    @inline(__always) func depth(_ place: Vector) -> Float {
        let offset = place - start
        let along = min(max((offset * axis).sum(), 0), length)
        let aside = offset - axis * along
        return radius - (aside * aside).sum().squareRoot()
    }
}
