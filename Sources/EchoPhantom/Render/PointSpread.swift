/// The pulse along the beam and the beam's width across it, as two bell curves.
struct PointSpread {
    private let axial: [Float]
    private let lateral: [Float]

    init(grid: BeamGrid, acquisition: Acquisition) {
        axial = Self.kernel(0.06 * acquisition.axialWidth / grid.step)
        lateral = Self.kernel(0.018 * acquisition.lateralWidth / grid.pitch)
    }

    /// A bell whose squares sum to 1, so that speckle keeps its level.
    private static func kernel(_ deviation: Float) -> [Float] {
        let reach = max(Int((2.8 * deviation).rounded(.up)), 1)
        var values = (-reach...reach).map { Quick.bell(Float($0) / deviation) }
        var square: Float = 0
        for value in values { square += value * value }
        let scale = 1 / square.squareRoot()
        for index in values.indices { values[index] *= scale }
        return values
    }

    /// Smears a field of shape `[depths, beams]`; edges repeat.
    func apply(_ field: [Float]) -> [Float] {
        let beams = BeamGrid.beams
        let depths = BeamGrid.depths
        let reach = axial.count / 2
        let side = lateral.count / 2
        var output = [Float](repeating: 0, count: field.count)
        var line = [Float](repeating: 0, count: beams + 2 * side)
        for row in 0..<depths {
            for beam in 0..<beams { line[side &+ beam] = 0 }
            for tap in 0..<axial.count {
                let source = min(max(row + tap - reach, 0), depths - 1) * beams
                let weight = axial[tap]
                for beam in 0..<beams { line[side &+ beam] += weight * field[source &+ beam] }
            }
            for pad in 0..<side {
                line[pad] = line[side]
                line[side + beams + pad] = line[side + beams - 1]
            }
            let target = row * beams
            for tap in 0..<lateral.count {
                let weight = lateral[tap]
                for beam in 0..<beams { output[target &+ beam] += weight * line[beam &+ tap] }
            }
        }
        return output
    }
}
