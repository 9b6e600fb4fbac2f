internal import EchoCore
internal import EchoTesting
internal import Foundation

/// Speckle that moves, at a random gain, with a shadow and dark chambers.
struct SyntheticTissue {
    let places: [Int]
    let angles: [Double]
    let depths: [Double]
    let still: [Double]
    let gain: Double
    let floor: Double
    let shadow: Double

    init(geometry: SyntheticSector, using random: inout SplitMix64) {
        var (places, angles, depths, still) = ([Int](), [Double](), [Double](), [Double]())
        for row in 0..<geometry.size.height {
            for column in 0..<geometry.size.width where geometry.holds(row, column) {
                let (angle, radius) = geometry.polar(row, column)
                places.append(row * geometry.size.width + column)
                angles.append(angle / geometry.halfAngle)
                depths.append(
                    (radius - geometry.nearRadius) / (geometry.farRadius - geometry.nearRadius))
                still.append(Double.random(in: 0...1, using: &random))
            }
        }
        (self.places, self.angles, self.depths, self.still) = (places, angles, depths, still)
        gain = Double.random(in: 0.25...1.3, using: &random)
        floor = Double.random(in: 0.6...8, using: &random)
        shadow = Double.random(in: -1.2...1.2, using: &random)
    }

    func draw(_ index: Int, on canvas: inout SyntheticCanvas, using random: inout SplitMix64) {
        let beat = sin(Double(index) * 0.4)
        for (order, place) in places.enumerated() {
            let (angle, depth) = (angles[order], depths[order])
            // A chamber that beats, walls around it, weaker echoes with depth and to the sides.
            let chamber = (angle * angle) / 0.25 + (depth - 0.5) * (depth - 0.5) / (0.05 + 0.01 * beat)
            var mean = chamber < 1 ? 4 : 90 + 50 * sin(9 * depth + 4 * angle + 0.5 * beat)
            mean *= gain * (1 - 0.4 * depth) * (1 - 0.5 * angle * angle)
            let isShadow = abs(angle - shadow) < 0.15
            if isShadow { mean *= 0.1 }
            let drift = Double(random.next() >> 11) * 0x1p-53
            let speckle = 0.5 * still[order] + 0.5 * drift
            let value = UInt8(
                min(255, max(0, mean * 2 * speckle * speckle + (isShadow ? 0.3 : 1) * floor * (drift - 0.3))))
            canvas.set(place, (value, value, value))
        }
    }
}
