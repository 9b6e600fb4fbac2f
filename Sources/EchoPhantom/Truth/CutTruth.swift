/// What geometry alone says of a cut: the ventricle's area, and which structures lie in it.
struct CutTruth {
    let grid: BeamGrid
    let backdrop: Backdrop
    let acquisition: Acquisition

    /// The least area of a chamber that counts as seen, square centimeters.
    private static let leastArea: Float = 1.5
    /// The least share of the echo that rib and lung must leave for a place to count as seen.
    private static let leastWindow: Float = 0.3
    /// The least length of a thin thing in the slice that counts as seen, in points of its strand.
    private static let leastPoints = 6

    /// The left ventricle's cavity in the cut, square centimeters.
    func leftVentricleArea(_ painter: HeartPainter) -> Double {
        var sum: Double = 0
        for index in 0..<BeamGrid.count where Self.isInLeftVentricle(index, painter) {
            sum += Double(cell(index))
        }
        return sum
    }

    /// Whether a sample lies within the left ventricle's inner surface; papillary muscles count as cavity.
    static func isInLeftVentricle(_ index: Int, _ painter: HeartPainter) -> Bool {
        let z = painter.grid.places[index].z
        guard z > 0, z < painter.pose.length else { return false }
        return painter.grid.radii[index]
            < painter.surface(z / painter.pose.length, painter.grid.columns[index])[0]
    }

    /// A sample's share of the plane, square centimeters.
    private func cell(_ index: Int) -> Float {
        let away = (Float(index / BeamGrid.beams) + 0.5) * grid.step
        return away * grid.pitch * grid.step
    }

    /// The structures in the cut, where no rib or lung hides them, in the order of ``Structure``.
    func structures(_ painter: HeartPainter) -> [Structure] {
        let areas = chamberAreas(painter)
        let thin = thinThings(painter.anatomy, painter.pose)
        return Structure.allCases.filter { structure in
            (areas[structure] ?? 0) > Self.leastArea
                || thin.contains { $0.0 == structure && isSeen($0.1, least: Self.least(structure)) }
        }
    }

    /// The points of what has no area: leaflets, cusps and devices, each clip by itself.
    func thinThings(_ anatomy: HeartAnatomy, _ pose: HeartPose) -> [(Structure, [Vector])] {
        var things: [(Structure, [Vector])] = [
            (.mitralValve, Leaflets.mitral(anatomy, pose).points),
            (.tricuspidValve, Leaflets.tricuspid(anatomy, pose).points),
            (.aorticValve, Leaflets.aortic(anatomy, pose)),
        ]
        let devices = anatomy.devices
        if devices.hasPacemakerLead {
            things.append((.pacemakerLead, DeviceStrands.lead(anatomy, pose, 1).first?.points ?? []))
        }
        if devices.mitralClips > 0 {
            let bodies = DeviceStrands.clips(anatomy, pose, 1).filter(\.isDevice)
            things += bodies.map { (.mitralClip, $0.points) }
        }
        if devices.hasMitralRing { things.append((.mitralRing, DeviceStrands.ring(anatomy, pose, 1).points)) }
        switch devices.aorticValve {
        case .native: break
        case .stented: things.append((.stentedValve, DeviceStrands.stent(pose, 1).first?.points ?? []))
        case .surgical: things.append((.surgicalValve, DeviceStrands.sewn(pose, 1).first?.points ?? []))
        }
        return things
    }

    private static func least(_ structure: Structure) -> Int {
        structure == .mitralClip || structure == .mitralRing ? 3 : leastPoints
    }

    private func isSeen(_ points: [Vector], least: Int) -> Bool {
        points.count { met($0) != nil } >= least
    }

    /// Where in the picture's plane a point is met by the slice, centimeters from the probe, and how near to the
    /// slice's middle it lies, 0...1; `nil` for one beside the slice, outside the sector, or hidden by rib or lung.
    func met(_ point: Vector) -> (right: Float, down: Float, nearness: Float)? {
        let offset = point - grid.cut.origin
        let aside = abs(offset.dot(grid.cut.normal))
        guard aside < acquisition.sliceWidth else { return nil }
        let (right, down) = (offset.dot(grid.cut.lateral), offset.dot(grid.cut.depth))
        let (row, beam) = grid.position(right: right, down: down)
        guard row >= 2, row < Float(BeamGrid.depths - 2), beam >= 1, beam < Float(BeamGrid.beams - 2),
            backdrop.window[Int(row) * BeamGrid.beams + Int(beam)] > Self.leastWindow
        else { return nil }
        return (right, down, 1 - 0.5 * aside / acquisition.sliceWidth)
    }

    /// What lies at a place in the picture's plane, centimeters from the probe; `nil` outside the sector, in what
    /// rib or lung hides, and in tissue.
    func chamber(right: Float, down: Float, _ painter: HeartPainter) -> Structure? {
        guard down > 0 else { return nil }
        let (row, beam) = grid.position(right: right, down: down)
        guard row >= 0, row < Float(BeamGrid.depths - 1), beam >= 0, beam < Float(BeamGrid.beams - 1) else {
            return nil
        }
        let index = Int(row + 0.5) * BeamGrid.beams + Int(beam + 0.5)
        return backdrop.window[index] > Self.leastWindow ? chamber(index, painter) : nil
    }

    private func chamberAreas(_ painter: HeartPainter) -> [Structure: Float] {
        var areas: [Structure: Float] = [:]
        for index in 0..<BeamGrid.count where backdrop.window[index] > Self.leastWindow {
            if let structure = chamber(index, painter) { areas[structure, default: 0] += cell(index) }
        }
        return areas
    }

    private func chamber(_ index: Int, _ painter: HeartPainter) -> Structure? {
        let place = grid.places[index]
        let pose = painter.pose
        if Self.isInLeftVentricle(index, painter) { return .leftVentricle }
        let aside = pose.aorta.position(place)
        if aside.height > 0, aside.height < pose.aorta.length, aside.aside < pose.aorta.radius(aside.height) {
            return .aorticRoot
        }
        if place.z > pose.length, pose.leftAtrium.depth(place) > 0 { return .leftAtrium }
        if place.z > pose.tricuspidRing.center.z, pose.rightAtrium.depth(place) > 0 { return .rightAtrium }
        let wall = painter.surface(place.z / pose.length, grid.columns[index])
        let radius = grid.radii[index]
        if place.z < pose.tricuspidRing.center.z, radius > wall[1], radius < wall[2] {
            return .rightVentricle
        }
        if place.z > 0.6 * pose.length, pose.rightOutflow.depth(place) > 0, radius > wall[1] {
            return .rightVentricle
        }
        guard painter.anatomy.pericardialEffusion > 0 else { return nil }
        let outside = painter.heartSurface(wall)
        if place.z < pose.length, place.z > -1, radius > outside, radius < wall[3] {
            return .pericardialEffusion
        }
        return nil
    }
}
