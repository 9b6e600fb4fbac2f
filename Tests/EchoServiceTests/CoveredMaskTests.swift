import EchoCore
import EchoEncode
import EchoPhantom
import Testing

@Suite("The sector mask on covered clips") struct CoveredMaskTests {
    private static func clip(_ place: Int, _ view: EchoView) -> PhantomClip {
        let heart = PhantomPopulation(seed: 100 + UInt64(place)).patient(0).studies[0].anatomy
        let acquisition = Acquisition.drawn(view: view, anatomy: heart, site: place, seed: UInt64(place))
        return PhantomClip(
            anatomy: heart, view: view, acquisition: acquisition, kind: .bMode,
            size: PictureSize(width: 640, height: 480),
            furniture: Furniture(site: place, name: "PHANTOM^000001", seed: UInt64(place)),
            seed: UInt64(place))
    }

    /// The mask of sixteen frames, with region tags as a DICOM file has them, or without as in a video.
    private static func mask(
        _ clip: PhantomClip, _ covering: Covering, hasRegions: Bool = true
    ) throws -> SectorMask {
        var header = DICOMFacts()
        if hasRegions { header.regions = clip.regions }
        let facts = Clip(
            container: "dicom", codec: "raw", size: clip.size, frameTimes: clip.frameTimes, dicom: header)
        var builder = SectorMaskBuilder(clip: facts)
        for index in stride(from: 0, to: clip.frameCount, by: (clip.frameCount + 15) / 16) {
            builder.add(clip.frame(index, covering: covering))
        }
        return try builder.build()
    }

    /// Pixels around the sector that are lit, and those beside them: there a mask keeps its distance.
    private static func besideMarks(_ clip: PhantomClip) -> Set<Int> {
        let (frame, width) = (clip.frame(0), clip.size.width)
        let sector = Set(clip.sectorPixels)
        var found: Set<Int> = []
        for place in 0..<clip.size.pixelCount where !sector.contains(place) {
            guard frame.pixels[place * 3..<place * 3 + 3].contains(where: { $0 > 0 }) else { continue }
            for row in -1...1 { for column in -1...1 { found.insert(place + row * width + column) } }
        }
        return found
    }

    @Test(
        "is the same whatever stands around the sector, but beside marks that touch it, with region tags and without",
        arguments: 0..<5, [EchoView.apicalFourChamber, .parasternalLongAxis])
    func ignoresSurroundings(site: Int, view: EchoView) throws {
        let clip = Self.clip(site, view)
        for hasRegions in [true, false] {
            let whole = try Self.mask(clip, .none, hasRegions: hasRegions)
            let bare = try Self.mask(clip, .surroundings, hasRegions: hasRegions)
            let differing = whole.pixels.indices.filter { whole.pixels[$0] != bare.pixels[$0] }
            #expect(differing.allSatisfy(Self.besideMarks(clip).contains), "region tags \(hasRegions)")
            #expect(differing.allSatisfy { whole.pixels[$0] == 0 }, "marks never open a mask")
            #expect(differing.count <= 9 && whole.coverage < 0.8, "\(differing.count) pixels differ")
        }
    }

    @Test("refuses a clip whose sector is covered", arguments: 0..<5)
    func refusesTags(site: Int) {
        let clip = Self.clip(site, .apicalFourChamber)
        #expect(throws: MaskError.self) { try Self.mask(clip, .sector) }
        #expect(throws: MaskError.self) { try Self.mask(clip, .sector, hasRegions: false) }
    }
}
