internal import EchoCore

extension SectorSearch {
    /// The sector without burned-in marks: unmoving pixels much brighter than their neighborhood.
    ///
    /// Depth marks, calipers and color-box outlines drawn over tissue are cut out with a pixel around them.
    /// Text is not: its silhouette would still read, so strokes as dense as letters refuse the clip.
    /// A clip of few frames does not tell unmoving from moving, and is left as it is.
    ///
    /// - Throws: ``MaskError/residue(pixels:atMost:)`` where strokes lie as densely as in text.
    func withoutStrokes(_ sector: PixelSet) throws(MaskError) -> PixelSet {
        guard statistics.frameCount >= MaskThresholds.framesToTellStrokes else { return sector }
        let strokes = strokes
        let inside = sector.intersection(strokes)
        let density = BoxMean.of(inside.members.map(Float.init), size: size, radius: radius + 3)
        var letters = 0
        for place in density.indices where inside.members[place] == 1 {
            letters += density[place] >= MaskThresholds.letterDensity ? 1 : 0
        }
        let allowed = Int(Double(sector.count) * MaskThresholds.letterShare)
        guard letters <= allowed else { throw .residue(pixels: letters, atMost: allowed) }
        return sector.intersection(strokes.dilated(MaskThresholds.strokeMargin).complement)
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
