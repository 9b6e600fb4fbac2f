import EchoCore

/// Makes pictures smaller: each new pixel is the mean over the area that it covers, in whole numbers, so that
/// every machine gives the same bytes.
struct PictureScaler {
    let from: PictureSize
    let to: PictureSize

    /// To at most so many pixels a side, proportions kept; smaller pictures stay as they are.
    init(_ size: PictureSize, longestSide: Int) {
        from = size
        let longest = max(size.width, size.height)
        guard longest > longestSide else {
            to = size
            return
        }
        to = PictureSize(
            width: max(1, (size.width * longestSide + longest / 2) / longest),
            height: max(1, (size.height * longestSide + longest / 2) / longest))
    }

    /// - Parameter pixels: shape `[height, width, 3]`.
    /// - Complexity: O(pixels).
    func scaled(_ pixels: [UInt8]) -> [UInt8] {
        guard to != from else { return pixels }
        let narrow = Self.across(pixels.map(Int.init), rows: from.height, from: from.width, to: to.width)
        let area = from.width * from.height
        var sums = [Int](repeating: 0, count: to.pixelCount * 3)
        for row in 0..<to.height {
            for (source, weight) in Self.covered(row, from: from.height, to: to.height) {
                for place in 0..<to.width * 3 {
                    sums[row * to.width * 3 + place] += weight * narrow[source * to.width * 3 + place]
                }
            }
        }
        return sums.map { UInt8(($0 + area / 2) / area) }
    }

    private static func across(_ pixels: [Int], rows: Int, from: Int, to: Int) -> [Int] {
        var sums = [Int](repeating: 0, count: rows * to * 3)
        for column in 0..<to {
            for (source, weight) in covered(column, from: from, to: to) {
                for row in 0..<rows {
                    for channel in 0..<3 {
                        sums[(row * to + column) * 3 + channel] +=
                            weight * pixels[(row * from + source) * 3 + channel]
                    }
                }
            }
        }
        return sums
    }

    /// The old places that a new one covers, each with its share in parts of `from`.
    private static func covered(_ place: Int, from: Int, to: Int) -> [(source: Int, weight: Int)] {
        let (start, end) = (place * from, (place + 1) * from)
        return (start / to...(end - 1) / to).map { source in
            (source, min(end, (source + 1) * to) - max(start, source * to))
        }
    }
}
