extension HeartPainter {
    /// The atria, the great vessels and what separates them.
    @inline(__always) func base(
        _ place: Vector, solid: Float, leftWall: Float
    ) -> (solid: Float, blood: Float, fibrous: Float) {
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
        return (wall, max(left, behind, max(vessel, outflow, tract)), vesselWall * (1 - max(vessel, outflow)))
    }

    /// The place that this tissue had at end-diastole, in the picture's plane.
    @inline(__always) func own(_ index: Int, _ place: Vector, radius: Float, wall: SIMD8<Float>) -> SIMD2<
        Float
    > {
        var relaxed: Float
        if radius < wall[0] {
            relaxed = radius * wall[4] / max(wall[0], 0.1)
        } else if radius < wall[1] {
            let share = (radius - wall[0]) / max(wall[1] - wall[0], 0.1)
            relaxed = wall[4] + share * (wall[5] - wall[4])
        } else {
            relaxed = radius + (wall[5] - wall[1]) / (1 + (radius - wall[1]))
        }
        let factor = max(relaxed, 0) / max(radius, 0.05)
        let far = place.z - pose.length
        let shift = relaxedLength - pose.length
        let tall = far < 0 ? place.z * stretch : place.z + shift / (1 + 0.3 * far)
        return grid.across[index] * factor + upright * tall - origin
    }
}
