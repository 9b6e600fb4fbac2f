/// Where in a square of the picture each structure lies, in coarse cells: what a model can be shown of a frame.
public struct StructureMap: Sendable, Equatable {
    /// Cells a side.
    public let cells: Int
    /// Shares, 0 (nothing of the cell) to 255 (all of it): shape `[Structure.allCases, cells, cells]`, row-major.
    ///
    /// Of a chamber it is the share of the cell's area; of what is thin (valves, devices) how near the slice comes,
    /// 255 where it lies in the slice's middle. What rib or lung hides is nowhere.
    public private(set) var shares: [UInt8]

    /// Samples a side of a cell, from which a chamber's share is counted.
    private static let samples = 3

    /// An empty map.
    init(cells: Int) {
        precondition(cells > 0, "A map of \(cells) cells a side holds none.")
        self.cells = cells
        shares = [UInt8](repeating: 0, count: Structure.allCases.count * cells * cells)
    }

    /// Counts the chambers.
    ///
    /// - Parameter chamber: what lies at a place, given as shares of the square's sides from its left and top.
    mutating func count(_ chamber: (_ across: Float, _ down: Float) -> Structure?) {
        let side = cells * Self.samples
        var counts = [Int](repeating: 0, count: shares.count)
        for row in 0..<side {
            for column in 0..<side {
                let found = chamber((Float(column) + 0.5) / Float(side), (Float(row) + 0.5) / Float(side))
                guard let found, let layer = Structure.allCases.firstIndex(of: found) else { continue }
                counts[(layer * cells + row / Self.samples) * cells + column / Self.samples] += 1
            }
        }
        for place in counts.indices where counts[place] > 0 {
            shares[place] = UInt8(counts[place] * 255 / (Self.samples * Self.samples))
        }
    }

    /// Marks one point of something thin.
    ///
    /// - Parameters:
    ///   - across, down: shares of the square's sides from its left and top; outside 0..<1 nothing is marked.
    ///   - nearness: 0...1.
    mutating func mark(_ structure: Structure, across: Float, down: Float, nearness: Float) {
        guard across >= 0, across < 1, down >= 0, down < 1,
            let layer = Structure.allCases.firstIndex(of: structure)
        else { return }
        let (row, column) = (Int(down * Float(cells)), Int(across * Float(cells)))
        let place = (layer * cells + row) * cells + column
        shares[place] = max(shares[place], UInt8(min(max(nearness, 0), 1) * 255))
    }
}
