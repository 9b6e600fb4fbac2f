/// Several looks at one place, averaged, as scanners do to even speckle out.
enum Compounding {
    /// The echoes' power, mixed with the mean over three by three neighbors.
    ///
    /// - Parameters:
    ///   - real: shape `[depths, beams]`.
    ///   - imaginary: as `real`.
    ///   - share: the mean's share, 0...1.
    static func power(_ real: [Float], _ imaginary: [Float], share: Float) -> [Float] {
        let beams = BeamGrid.beams
        var power = [Float](repeating: 0, count: BeamGrid.count)
        for index in 0..<BeamGrid.count {
            power[index] = real[index] * real[index] + imaginary[index] * imaginary[index]
        }
        var across = power
        for row in 0..<BeamGrid.depths {
            let first = row * beams
            for beam in 1..<(beams - 1) {
                let index = first &+ beam
                across[index] = power[index &- 1] + power[index] + power[index &+ 1]
            }
            across[first] = 3 * power[first]
            across[first + beams - 1] = 3 * power[first + beams - 1]
        }
        let own = 1 - share
        let mean = share / 9
        for index in beams..<(BeamGrid.count - beams) {
            let sum = across[index &- beams] + across[index] + across[index &+ beams]
            power[index] = own * power[index] + mean * sum
        }
        return power
    }
}
