internal import EchoCore

/// The mean over a square around each pixel.
enum BoxMean {
    /// - Parameters:
    ///   - values: one a pixel, row-major.
    ///   - radius: the square's side is `2·radius + 1`; beyond the picture the mean counts zeros.
    /// - Complexity: O(pixels), whatever the radius.
    static func of(_ values: [Float], size: PictureSize, radius: Int) -> [Float] {
        guard radius > 0 else { return values }
        let (width, height) = (size.width, size.height)
        var across = [Float](repeating: 0, count: values.count)
        for row in 0..<height {
            let start = row * width
            var sum: Double = 0
            for column in 0..<min(radius, width) { sum += Double(values[start + column]) }
            for column in 0..<width {
                if column + radius < width { sum += Double(values[start + column + radius]) }
                if column > radius { sum -= Double(values[start + column - radius - 1]) }
                across[start + column] = Float(sum)
            }
        }
        var means = [Float](repeating: 0, count: values.count)
        var sums = [Double](repeating: 0, count: width)
        let scale = 1 / Double((2 * radius + 1) * (2 * radius + 1))
        for row in 0..<min(radius, height) {
            for column in 0..<width { sums[column] += Double(across[row * width + column]) }
        }
        for row in 0..<height {
            for column in 0..<width {
                if row + radius < height { sums[column] += Double(across[(row + radius) * width + column]) }
                if row > radius { sums[column] -= Double(across[(row - radius - 1) * width + column]) }
                means[row * width + column] = Float(sums[column] * scale)
            }
        }
        return means
    }
}
