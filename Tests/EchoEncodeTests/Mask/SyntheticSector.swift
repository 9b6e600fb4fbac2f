internal import EchoCore
internal import EchoTesting
internal import Foundation

/// A sector of random geometry: phased, convex or trapezoid.
struct SyntheticSector {
    let size: PictureSize
    let apex: (row: Double, column: Double)
    let halfAngle: Double
    let nearRadius: Double
    let farRadius: Double
    /// A linear probe's: near and far ends are level rows.
    let isTrapezoid: Bool

    init(size: PictureSize, using random: inout SplitMix64) {
        self.size = size
        let (width, height) = (Double(size.width), Double(size.height))
        let kind = Int.random(in: 0..<5, using: &random)
        let top = height * Double.random(in: 0.05...0.12, using: &random)
        let bottom = height * Double.random(in: 0.72...0.93, using: &random)
        let column = width * Double.random(in: 0.46...0.54, using: &random)
        isTrapezoid = kind == 4
        let angle = isTrapezoid ? 0.12 : Double.random(in: 30...45, using: &random) * .pi / 180
        let share = kind == 3 ? 0.3 : kind == 4 ? 0.6 : Double.random(in: 0...0.06, using: &random)
        // The far end lies at `bottom`, the near one at `top`, both measured on the axis.
        var far = (bottom - top) / (1 - share)
        let widest = width * 0.36
        if far * sin(angle) > widest { far = widest / sin(angle) }
        halfAngle = angle
        farRadius = far
        nearRadius = far * share
        apex = (top - far * share, column)
    }

    /// Angle from the axis and distance from the apex, by which tissue is drawn.
    func polar(_ row: Int, _ column: Int) -> (angle: Double, radius: Double) {
        let (down, across) = (Double(row) - apex.row, Double(column) - apex.column)
        return (atan2(across, down), isTrapezoid ? down : (down * down + across * across).squareRoot())
    }

    func holds(_ row: Int, _ column: Int) -> Bool {
        let place = polar(row, column)
        return abs(place.angle) <= halfAngle && place.radius >= nearRadius && place.radius <= farRadius
    }

    var members: [UInt8] {
        (0..<size.pixelCount).map { holds($0 / size.width, $0 % size.width) ? 1 : 0 }
    }
}
