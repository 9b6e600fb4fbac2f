/// A thin thing in the heart: a string of points, or of points of a sheet, each a small bell of brightness.
struct Strand {
    var points: [Vector] = []
    /// Which way a sheet faces at each point; empty for strings.
    var uprights: [Vector] = []
    /// The bell's deviation in the plane, centimeters.
    var width: Float = 0.06
    /// Amplitude added.
    var brightness: Float = 0.05
    /// Amplitude lost within a centimeter.
    var shadow: Float = 0
    /// How much tissue replaces blood there, 0...1.
    var tissue: Float = 0
    /// How thick the thing is through the slice, centimeters.
    var thickness: Float = 0.1
    /// Whether it is metal or cloth that somebody has put in.
    var isDevice = false

    /// Straight pieces through corners, filled up so that no gap shows.
    static func line(through corners: [Vector], every step: Float = 0.08) -> [Vector] {
        var points: [Vector] = []
        for (start, end) in zip(corners, corners.dropFirst()) {
            let count = max(Int((end - start).length / step), 1)
            for index in 0..<count { points.append(start + (end - start) * (Float(index) / Float(count))) }
        }
        if let last = corners.last { points.append(last) }
        return points
    }

    /// A smooth curve through corners (Catmull and Rom).
    static func curve(through corners: [Vector], every step: Float = 0.08) -> [Vector] {
        guard corners.count > 2, let first = corners.first, let last = corners.last else {
            return line(through: corners, every: step)
        }
        let padded = [first] + corners + [last]
        var dense: [Vector] = []
        for index in 1..<(padded.count - 2) {
            let (a, b, c, d) = (padded[index - 1], padded[index], padded[index + 1], padded[index + 2])
            for piece in 0..<6 {
                let t = Float(piece) / 6
                let cubic = (b * 3 - a - c * 3 + d) * (t * t * t)
                let square = (a * 2 - b * 5 + c * 4 - d) * (t * t)
                dense.append((b * 2 + (c - a) * t + square + cubic) * 0.5)
            }
        }
        dense.append(last)
        return line(through: dense, every: step)
    }
}
