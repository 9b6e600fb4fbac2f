/// A strip of a leaflet, from its hinge on the ring to its free edge.
struct LeafletSheet {
    let hinge: Vector
    /// The unit direction to the seam where leaflets meet.
    let inward: Vector
    /// From the hinge to the seam, centimeters.
    let reach: Float
    /// What hangs down beyond the seam, centimeters.
    let overlap: Float
    /// How far it leans towards the apex, radians.
    let angle: Float
    /// How much more it leans at the hinge than at the tip.
    let belly: Float
    /// How much more the overlap leans.
    let hang: Float
    let rows: Int

    /// The strip as points, from the hinge on, and the sheet's upright at each.
    func add(to strand: inout Strand) {
        var place = hinge
        let around = Vector(-inward.y, inward.x, 0)
        let length = reach + overlap
        let step = length / Float(rows)
        let seam = reach / length
        for row in 0...rows {

            let share = Float(row) / Float(rows)
            let lean = angle + belly * (0.5 - share) + hang * Quick.ramp(share - seam, 8)
            let along = inward * Quick.cosine(lean) - Vector(0, 0, Quick.sine(lean))
            strand.points.append(place)
            strand.uprights.append(around.cross(along))
            place += along * step
        }
    }
}
