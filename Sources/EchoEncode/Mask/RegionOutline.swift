internal import EchoCore

/// The outermost pixels of a region, row by row and column by column.
struct RegionOutline {
    /// First and last column of each row that the region touches.
    let rows: [(row: Int, first: Int, last: Int)]
    /// First and last row of each column that the region touches.
    let columns: [(column: Int, top: Int, bottom: Int)]
    /// The rectangle around its rows and its columns of substance; `nil` where there is none.
    let box: PixelRect?

    /// - Parameters:
    ///   - region: the region.
    ///   - least: members that a column has at least where the box counts it; a codec's noise at marks beside
    ///     the sector has fewer.
    /// - Complexity: O(pixels).
    init(_ region: PixelSet, least: Int) {
        let (width, height) = (region.size.width, region.size.height)
        var tops = [Int](repeating: height, count: width)
        var bottoms = [Int](repeating: -1, count: width)
        var counts = [Int](repeating: 0, count: width)
        var rows: [(row: Int, first: Int, last: Int)] = []
        for row in 0..<height {
            var (first, last) = (width, -1)
            for column in 0..<width where region.members[row * width + column] == 1 {
                first = min(first, column)
                last = column
                counts[column] += 1
                tops[column] = min(tops[column], row)
                bottoms[column] = row
            }
            if last >= 0 { rows.append((row, first, last)) }
        }
        self.rows = rows
        columns = (0..<width).compactMap { bottoms[$0] < 0 ? nil : ($0, tops[$0], bottoms[$0]) }
        if let top = rows.first, let bottom = rows.last, let left = counts.firstIndex(where: { $0 >= least }),
            let right = counts.lastIndex(where: { $0 >= least })
        {
            box = PixelRect(minX: left, minY: top.row, maxX: right, maxY: bottom.row)
        } else {
            box = nil
        }
    }
}
