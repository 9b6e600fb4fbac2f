/// The ring that a valve's leaflets hang from: an ellipse across the long axis.
struct ValveRing {
    let center: Vector
    /// From the middle towards the anterior leaflet.
    let anterior: Vector
    /// Half the width from commissure to commissure.
    let acrossRadius: Float
    /// Half the width along ``anterior``.
    let anteriorRadius: Float

    /// From commissure to commissure.
    var across: Vector { Vector(-anterior.y, anterior.x, 0) }

    /// A place on the ring; 0 is the middle of the anterior leaflet's hinge.
    func hinge(_ angle: Float) -> Vector {
        center + anterior * (anteriorRadius * Quick.cosine(angle)) + across
            * (acrossRadius * Quick.sine(angle))
    }
}
