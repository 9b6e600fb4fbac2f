/// What one horizontal band of the picture does over time.
struct TraceBand {
    private let width: Int
    private var pairs = 0
    private var changingPairs = 0
    private var lit = 0.0
    /// Pairs that a shift to the left, or to the right, explains.
    private var scrolls = (left: 0, right: 0)
    private var sweeps = 0
    private var lastColumn: Double?
    private var sweptColumns: (least: Double, most: Double)?

    /// Luma above which a pixel shows something.
    private static let litLuma: UInt8 = 24
    /// A trace fills this share of its band; a line such as the ECG does not.
    private static let leastLit = 0.12
    /// A shift explains a pair where it leaves at most this share of the change.
    ///
    /// A scrolled trace is a copy of itself: beside noise its newest columns alone are left, 0.3 at most in the
    /// made-up clips. Tissue that slides as the probe pans deforms, and leaves 0.3 to 0.5.
    private static let mostRemaining = 0.4
    /// Share of the changing pairs that must scroll, or sweep on.
    private static let leastShare = 0.7
    /// Changing pairs without which nothing is said.
    private static let leastPairs = 4
    /// Share of the width that a sweep must have crossed.
    private static let leastTravel = 0.03

    init(width: Int) {
        self.width = width
    }

    /// Takes account of two successive frames.
    mutating func add(_ pair: FramePair) {
        pairs += 1
        lit += pair.litShare(above: Self.litLuma)
        // A handful of pixels is a cursor or noise.
        guard pair.changed.count * 400 > pair.after.count else { return }
        changingPairs += 1
        if let (shift, remaining) = pair.bestShift(), remaining < Self.mostRemaining {
            if shift > 0 { scrolls.left += 1 } else { scrolls.right += 1 }
        }
        let column = pair.sweptColumn()
        if let column {
            if let lastColumn, column > lastColumn { sweeps += 1 }
            sweptColumns = (
                min(sweptColumns?.least ?? column, column), max(sweptColumns?.most ?? column, column)
            )
        }
        lastColumn = column
    }

    /// Whether a trace scrolls or is swept through the band.
    var runs: Bool {
        guard changingPairs >= Self.leastPairs, lit / Double(pairs) >= Self.leastLit else { return false }
        let needed = Double(changingPairs) * Self.leastShare
        if Double(max(scrolls.left, scrolls.right)) >= needed { return true }
        guard let sweptColumns else { return false }
        let travel = (sweptColumns.most - sweptColumns.least) / Double(width)
        return travel >= Self.leastTravel && Double(sweeps) >= needed
    }
}
