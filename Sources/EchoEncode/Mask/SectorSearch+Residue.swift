internal import EchoCore

extension SectorSearch {
    /// The sector without burned-in strokes: unmoving pixels much brighter than their neighborhood.
    ///
    /// Depth marks, calipers and color-box outlines drawn over tissue are cut out with a pixel around them.
    /// A clip of few frames does not tell unmoving from moving, and is left as it is.
    ///
    /// - Throws: ``MaskError/residue(pixels:atMost:)`` where so many lie near the border that text is likely.
    func withoutStrokes(_ sector: PixelSet) throws(MaskError) -> PixelSet {
        guard statistics.frameCount >= MaskThresholds.framesToTellStrokes else { return sector }
        let strokes = sector.intersection(self.strokes)
        let core = sector.eroded(max(1, min(size.width, size.height) / MaskThresholds.rowsPerBorder))
        let atBorder = strokes.intersection(core.complement).count
        let allowed = Int(Double(sector.count) * MaskThresholds.strokesAtBorder)
        guard atBorder <= allowed else { throw .residue(pixels: atBorder, atMost: allowed) }
        return sector.intersection(self.strokes.dilated(MaskThresholds.strokeMargin).complement)
    }

    private var strokes: PixelSet {
        let light = statistics.meanLight
        let around = BoxMean.of(light, size: size, radius: 2 * radius + 1)
        var members = [UInt8](repeating: 0, count: size.pixelCount)
        for place in members.indices {
            let range = statistics.brightest[place] - statistics.darkest[place]
            let stands = light[place] - around[place] >= MaskThresholds.strokeContrast
            members[place] = range <= MaskThresholds.strokeRange && stands ? 1 : 0
        }
        return PixelSet(size: size, members: members)
    }
}
