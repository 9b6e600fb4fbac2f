import EchoCore
import EchoPhantom
import Testing

@Suite("Furniture") struct FurnitureTests {
    private static let size = PictureSize(width: 640, height: 480)

    private func clip(_ site: Int, _ name: String, seed: UInt64 = 2) -> PhantomClip {
        PhantomCase.clip(
            PhantomCase.anatomy(1), .apicalFourChamber, size: Self.size,
            furniture: Furniture(site: site, name: name, seed: seed))
    }

    @Test("leaves the sector's pixels as they are, whatever it says", arguments: 0..<5)
    func leavesTheSector(site: Int) {
        let first = clip(site, "DOE, JANE")
        let second = clip(site, "ROE, RICHARD", seed: 9)
        let one = first.frame(1).pixels
        let two = second.frame(1).pixels
        let sector = Set(first.sectorPixels)
        let changed = (0..<Self.size.pixelCount).filter { one[$0 * 3] != two[$0 * 3] }
        #expect(!changed.isEmpty && sector.isDisjoint(with: changed))
    }

    @Test("draws outside the sector, and the trace runs", arguments: 0..<5)
    func drawsOutside(site: Int) {
        let clip = clip(site, "DOE, JANE")
        let sector = Set(clip.sectorPixels)
        let outside = (0..<Self.size.pixelCount).filter { !sector.contains($0) }
        let one = clip.frame(0).pixels
        let two = clip.frame(5).pixels
        #expect(outside.filter { one[$0 * 3] > 60 }.count > 800)
        #expect(outside.filter { one[$0 * 3 + 1] != two[$0 * 3 + 1] }.count > 60)
    }

    @Test("has a style of its own at each of five sites")
    func hasStyles() {
        let pictures = (0..<5).map { clip($0, "DOE, JANE").frame(0).pixels }
        #expect(Set(pictures).count == 5)
        #expect(Set((0..<5).map { clip($0, "DOE, JANE").sector }).count >= 4)
    }

    @Test(
        "and sector fit pictures of any size, with the scale in the region",
        arguments: [
            PictureSize(width: 224, height: 224), PictureSize(width: 800, height: 600),
            PictureSize(width: 1016, height: 708),
        ])
    func fitsAnySize(size: PictureSize) throws {
        for site in 0..<5 {
            let clip = PhantomCase.clip(
                PhantomCase.anatomy(1), .apicalFourChamber, size: size,
                furniture: Furniture(site: site, name: "DOE, JANE", seed: 1))
            let region = try #require(clip.regions.first)
            #expect(region.bounds == clip.sector && clip.sector.fits(in: size))
            let scale = try #require(region.centimetersPerPixelY)
            let tall = Double(clip.sector.maxY - clip.sector.minY + 1) * scale
            #expect(abs(tall - Double(clip.acquisition.depth)) < 0.6)
        }
    }
}
