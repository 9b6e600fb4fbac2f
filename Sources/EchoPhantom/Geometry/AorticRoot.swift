/// The tube that leaves the base towards the head, with its sinuses.
struct AorticRoot {
    /// The ring's middle.
    let base: Vector
    let axis: Vector
    /// Half the ring's width.
    let ring: Float
    /// Half the width at the sinuses.
    let sinus: Float
    /// How far it is drawn.
    let length: Float

    /// Half the width at a height above the ring.
    @inline(__always) func radius(_ height: Float) -> Float {
        let bulge = max(1 - abs(height - 0.75 * sinus) / (0.85 * sinus), 0)
        let rest: Float = height > 0.75 * sinus ? 0.88 * sinus : ring
        return rest + (sinus - rest) * bulge * (2 - bulge)
    }

    /// Where a place lies: along the axis from the ring, and aside of it.
    @inline(__always) func position(_ place: Vector) -> (height: Float, aside: Float) {
        let offset = place - base
        let height = (offset * axis).sum()
        let aside = offset - axis * height
        return (height, (aside * aside).sum().squareRoot())
    }
}
