internal import EchoCore

/// From a clip's statistics to its mask: activity, region, fit, checks.
struct SectorSearch {
    /// What each pixel did.
    let statistics: PixelStatistics
    /// The header's 2-D region, where it is valid.
    let bounds: PixelRect?

    private typealias Limits = MaskThresholds

    var size: PictureSize { statistics.size }

    /// Pixels to each side of a neighborhood.
    var radius: Int { max(1, min(size.width, size.height) / Limits.rowsPerRadius) }

    /// The mask.
    ///
    /// - Throws: ``MaskError`` where a check fails.
    func mask() throws(MaskError) -> SectorMask {
        let change = statistics.meanChange
        let moving = active(change, above: Limits.movingChange)
        let isMoving = share(moving) >= Limits.leastMoving
        let region = isMoving ? moving : active(statistics.meanLight, above: Limits.stillLight)
        let body = try dominant(region)
        if isMasked(around: body) { return try accepted(body) }
        let sharp =
            isMoving
            ? trimmed(body, change, above: Limits.movingChange)
            : trimmed(body, statistics.meanLight, above: Limits.stillLight)
        guard let shape = SectorFit(region: sharp, tolerance: Double(radius) + 0.5).shape() else {
            throw .noSector(share: share(sharp), atLeast: Limits.coverage.lowerBound)
        }
        let whole = shape.filled(size: size).eroded(Limits.inset)
        try check(whole, against: sharp)
        let sector = try withoutStrokes(whole)
        return SectorMask(
            size: size, pixels: sector.members, method: bounds == nil ? .pixels : .regions,
            reason: (bounds == nil ? "" : "region tags, and ") + (isMoving ? "motion" : "light")
                + ", fitted by a sector")
    }

    /// The neighborhoods that move or are lit, within the header's region.
    private func active(_ values: [Float], above level: Float) -> PixelSet {
        let means = BoxMean.of(values, size: size, radius: radius)
        return within(PixelSet(size: size, members: means.map { $0 > level ? 1 : 0 }))
    }

    /// The largest region once what is thin, as a trace or a letter, is gone.
    private func dominant(_ region: PixelSet) throws(MaskError) -> PixelSet {
        let opened = region.opened(2 * radius)
        let body = opened.largestComponent()
        guard share(body) >= Limits.coverage.lowerBound / 2 else {
            throw .noSector(share: share(body), atLeast: Limits.coverage.lowerBound / 2)
        }
        let dominance = Double(body.count) / Double(opened.count)
        guard dominance >= Limits.dominance else {
            throw .noDominantRegion(share: dominance, atLeast: Limits.dominance)
        }
        return body
    }

    /// Whether nothing is lit beyond the body's rim: some data sets come masked.
    private func isMasked(around body: PixelSet) -> Bool {
        guard statistics.frameCount >= Limits.framesToTellStrokes else { return false }
        let rim = body.dilated(Limits.rimRadii * radius)
        let lit = PixelSet(
            size: size, members: statistics.brightest.map { $0 > Limits.litWhenMasked ? 1 : 0 })
        return lit.intersection(rim.complement).count == 0
    }

    /// The whole picture of a clip that came masked.
    private func accepted(_ body: PixelSet) throws(MaskError) -> SectorMask {
        try checkCoverage(body)
        let all = PixelSet(size: size, members: [UInt8](repeating: 1, count: size.pixelCount))
        return SectorMask(
            size: size, pixels: try withoutStrokes(all).members, method: .pixels,
            reason: "the clip came masked: nothing is lit beyond what moves")
    }

    /// The body cut back to where the pixels themselves are active: smoothing had widened it.
    private func trimmed(_ body: PixelSet, _ values: [Float], above level: Float) -> PixelSet {
        let means = BoxMean.of(values, size: size, radius: 1)
        return body.intersection(PixelSet(size: size, members: means.map { $0 > level ? 1 : 0 }))
    }

    private func check(_ sector: PixelSet, against body: PixelSet) throws(MaskError) {
        let shared = Double(sector.intersection(body).count)
        let explained = shared / Double(max(body.count, 1))
        let filled = shared / Double(max(sector.count, 1))
        guard explained >= Limits.explained, filled >= Limits.filled else {
            throw .poorFit(
                explained: explained, filled: filled, explainedAtLeast: Limits.explained,
                filledAtLeast: Limits.filled)
        }
        try checkCoverage(sector)
    }

    private func checkCoverage(_ sector: PixelSet) throws(MaskError) {
        let coverage = share(sector)
        guard Limits.coverage.contains(coverage) else {
            throw .implausibleCoverage(
                found: coverage, from: Limits.coverage.lowerBound, to: Limits.coverage.upperBound)
        }
    }

    private func share(_ set: PixelSet) -> Double { Double(set.count) / Double(size.pixelCount) }

    private func within(_ set: PixelSet) -> PixelSet {
        guard let bounds else { return set }
        var inside = set
        for row in 0..<size.height {
            for column in 0..<size.width where !bounds.holds(row: row, column: column) {
                inside.members[row * size.width + column] = 0
            }
        }
        return inside
    }
}
