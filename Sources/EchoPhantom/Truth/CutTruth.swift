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
    func structures(_ painter: HeartPainter, _ ventricle: Ventricle) -> [Structure] {
        let areas = chamberAreas(painter)
        let anatomy = painter.anatomy
        let pose = painter.pose
        let devices = anatomy.devices
        return Structure.allCases.filter { structure in
            switch structure {
            case .leftVentricle, .rightVentricle, .leftAtrium, .rightAtrium, .aorticRoot,
                .pericardialEffusion:
                return (areas[structure] ?? 0) > Self.leastArea
            case .mitralValve: return isSeen(Leaflets.mitral(anatomy, pose).points)
            case .tricuspidValve: return isSeen(Leaflets.tricuspid(anatomy, pose).points)
            case .aorticValve: return isSeen(Leaflets.aortic(anatomy, pose))
            case .pacemakerLead:
                return devices.hasPacemakerLead
                    && isSeen(DeviceStrands.lead(anatomy, pose, 1).first?.points ?? [])
            case .mitralClip:
                return devices.mitralClips > 0
                    && DeviceStrands.clips(anatomy, pose, 1).contains {
                        $0.isDevice && isSeen($0.points, least: 3)
                    }
            case .mitralRing:
                return devices.hasMitralRing && isSeen(DeviceStrands.ring(anatomy, pose, 1).points, least: 3)
            case .stentedValve:
                return devices.aorticValve == .stented
                    && isSeen(DeviceStrands.stent(pose, 1).first?.points ?? [])
            case .surgicalValve:
                return devices.aorticValve == .surgical
                    && isSeen(DeviceStrands.sewn(pose, 1).first?.points ?? [])
            }
        }
    }

    private func isSeen(_ points: [Vector], least: Int = Self.leastPoints) -> Bool {
        var seen = 0
        let normal = grid.cut.normal
        for point in points {
            let offset = point - grid.cut.origin
            guard abs(offset.dot(normal)) < acquisition.sliceWidth else { continue }
            let (row, beam) = grid.position(
                right: offset.dot(grid.cut.lateral), down: offset.dot(grid.cut.depth))
            guard row >= 2, row < Float(BeamGrid.depths - 2), beam >= 1, beam < Float(BeamGrid.beams - 2)
            else { continue }
            if backdrop.window[Int(row) * BeamGrid.beams + Int(beam)] > Self.leastWindow { seen += 1 }
        }
        return seen >= least
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
        let outside = painter.heartSurface(wall)
        if place.z < pose.length, place.z > -1, radius > outside, radius < wall[3] {
            return .pericardialEffusion
        }
        return nil
    }
}
