internal import EchoCore

extension Comparison {
    /// Compares the B-mode clips of two studies.
    ///
    /// Pairs are taken greedily: clips of the same named view first, then the rest; within each the most
    /// similar first, equal ones by clip id. Clips of different named views are never paired.
    ///
    /// - Throws: ``ReadingError/sameStudy``, ``ReadingError/noUsableClip(clips:)``,
    ///   ``ReadingError/dimension(found:expected:)``.
    /// - Complexity: O(clips · clips · dimension).
    public init(_ first: StudyVectors, _ second: StudyVectors) throws(ReadingError) {
        guard first.study != second.study else { throw .sameStudy }
        let (one, two) = (try first.embedding(), try second.embedding())
        guard one.dimension == two.dimension else {
            throw .dimension(found: two.dimension, expected: one.dimension)
        }
        let left = ClipSelection(first, kinds: [.bMode], views: [], needsFrames: false)
        let right = ClipSelection(second, kinds: [.bMode], views: [], needsFrames: false)
        let cells = left.used.flatMap { clip in
            right.used.map { Cell(first: clip, second: $0) }
        }
        let mean = Float(cells.reduce(0.0) { $0 + Double($1.cosine) } / Double(cells.count))
        let pairs = Self.match(cells).map { cell in
            ClipPair(
                first: cell.first.clip, second: cell.second.clip,
                view: cell.isSameView ? cell.first.view : nil,
                basis: cell.isSameView ? .view : .similarity, cosine: cell.cosine, delta: cell.cosine - mean)
        }
        let paired = Set(pairs.flatMap { [$0.first, $0.second] })
        self.init(
            first: first.study, second: second.study,
            samePatient: first.patient.flatMap { patient in second.patient.map { $0 == patient } },
            timing: StudyTiming(second.date, relativeTo: first.date), cosine: one.similarity(to: two),
            pairs: pairs,
            matrix: cells.map { ClipCosine(first: $0.first.clip, second: $0.second.clip, cosine: $0.cosine) },
            unpaired: (left.used + right.used).map(\.clip).filter { !paired.contains($0) },
            leftOut: left.leftOut + right.leftOut, reference: ReferenceBand.published,
            reading: Notice.comparisonIsNotAFinding, notice: Notice.notADiagnosis)
    }

    private static func match(_ cells: [Cell]) -> [Cell] {
        let allowed = cells.filter { !$0.isOtherView }
        let order = allowed.sorted { one, two in
            if one.isSameView != two.isSameView { return one.isSameView }
            if one.cosine != two.cosine { return one.cosine > two.cosine }
            return (one.first.clip, one.second.clip) < (two.first.clip, two.second.clip)
        }
        var taken: Set<ClipID> = []
        return order.filter { cell in
            guard !taken.contains(cell.first.clip), !taken.contains(cell.second.clip) else { return false }
            taken.formUnion([cell.first.clip, cell.second.clip])
            return true
        }
    }
}

/// Two clips that may become a pair.
private struct Cell {
    let first: ClipVectors
    let second: ClipVectors
    let cosine: Float

    init(first: ClipVectors, second: ClipVectors) {
        self.first = first
        self.second = second
        cosine = first.embedding.similarity(to: second.embedding)
    }

    var isSameView: Bool {
        guard let one = first.view, let two = second.view else { return false }
        return one.lowercased() == two.lowercased()
    }

    /// Both views are named, and they differ.
    var isOtherView: Bool { first.view != nil && second.view != nil && !isSameView }
}
