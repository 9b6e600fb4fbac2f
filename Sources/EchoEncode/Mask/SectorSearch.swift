internal import EchoCore

/// From a clip's statistics to its mask: activity, region, fit, checks.
struct SectorSearch {
    let statistics: PixelStatistics
    let bounds: PixelRect?

    func mask() throws(MaskError) -> SectorMask {
        throw .noSector(share: 0, atLeast: 0.08)
    }
}
