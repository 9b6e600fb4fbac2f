import EchoCore
import EchoPhantom
import Testing

@Suite("Covering") struct CoveringTests {
    private static let size = PictureSize(width: 320, height: 240)

    private func clip(_ kind: ClipKind, site: Int) -> PhantomClip {
        PhantomCase.clip(
            PhantomCase.anatomy(3), .apicalFourChamber, kind: kind, size: Self.size,
            furniture: Furniture(site: site, name: "PHANTOM^000007", seed: 4))
    }

    /// The three channels of a pixel.
    private func colors(_ frame: Frame, _ place: Int) -> [UInt8] {
        Array(frame.pixels[place * 3..<place * 3 + 3])
    }

    @Test(
        "blackens the one side and leaves each pixel of the other as it is",
        arguments: [ClipKind.bMode, .color, .still], 0..<5)
    func covers(kind: ClipKind, site: Int) {
        let clip = clip(kind, site: site)
        let (whole, sector) = (clip.frame(clip.frameCount - 1), Set(clip.sectorPixels))
        #expect(clip.frame(clip.frameCount - 1, covering: .none) == whole)
        let tags = clip.frame(clip.frameCount - 1, covering: .sector)
        let bare = clip.frame(clip.frameCount - 1, covering: .surroundings)
        var wrong = (tags: 0, bare: 0)
        for place in 0..<Self.size.pixelCount {
            let (row, column) = (place / Self.size.width, place % Self.size.width)
            let isBorder =
                row == 0 || column == 0 || row == Self.size.height - 1 || column == Self.size.width - 1
            let isInside = sector.contains(place)
            let asDrawn = colors(whole, place)
            if colors(tags, place) != (isInside ? [0, 0, 0] : asDrawn) { wrong.tags += 1 }
            let line: [UInt8] = isBorder ? [48, 48, 48] : [0, 0, 0]
            if colors(bare, place) != (isInside ? asDrawn : line) { wrong.bare += 1 }
        }
        #expect(wrong.tags == 0 && wrong.bare == 0, "\(wrong) pixels")
        #expect(whole != tags && whole != bare)
    }

    @Test("leaves nothing of the name where the surroundings are covered, and all of it where the sector is")
    func names() {
        func clip(_ name: String) -> PhantomClip {
            PhantomCase.clip(
                PhantomCase.anatomy(3), .parasternalLongAxis, size: Self.size,
                furniture: Furniture(site: 1, name: name, seed: name.count == 8 ? 1 : 2))
        }
        let (one, other) = (clip("DOE JANE"), clip("ROE RICHARD"))
        #expect(one.frame(1, covering: .surroundings) == other.frame(1, covering: .surroundings))
        #expect(one.frame(1, covering: .sector) != other.frame(1, covering: .sector))
    }
}
