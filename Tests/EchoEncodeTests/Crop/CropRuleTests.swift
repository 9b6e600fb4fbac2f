internal import EchoCore
internal import EchoEncode
internal import Testing

@Suite("Crop rule") struct CropRuleTests {
    @Test(
        "keeps the window that the reference keeps",
        arguments: [
            (800, 600, 160, 60, 480, 480), (600, 800, 60, 160, 480, 480), (224, 224, 22, 22, 180, 180),
            (112, 112, 11, 11, 90, 90), (640, 480, 128, 48, 384, 384),
        ])
    func keepsTheReferenceWindow(
        width: Int, height: Int, left: Int, top: Int, columns: Int, rows: Int
    ) {
        let window = CropRule.echoCLIP.window(of: PictureSize(width: width, height: height))
        #expect(
            window == PixelRect(minX: left, minY: top, maxX: left + columns - 1, maxY: top + rows - 1))
    }

    @Test("rounds a half to even: 301x300 is cut by 0, 303x300 by 2, 305x300 by 2")
    func roundsHalvesToEven() {
        let rule = CropRule(zoom: 0, side: 224)
        for (width, cut) in [(301, 0), (303, 2), (305, 2), (307, 4)] {
            let window = rule.window(of: PictureSize(width: width, height: 300))
            #expect(window == PixelRect(minX: cut, minY: 0, maxX: width - cut - 1, maxY: 299))
        }
    }

    @Test("cuts nothing where the reference's cut rounds to 0 and empties the picture")
    func keepsWhatTheReferenceEmpties() {
        let near = CropRule(zoom: 0, side: 224).window(of: PictureSize(width: 225, height: 224))
        #expect(near == PixelRect(minX: 0, minY: 0, maxX: 224, maxY: 223))
        let small = CropRule.echoCLIP.window(of: PictureSize(width: 9, height: 9))
        #expect(small == PixelRect(minX: 0, minY: 0, maxX: 8, maxY: 8))
    }

    @Test("always keeps a pixel within the picture", arguments: [0, 0.1, 0.499, 0.5, 0.9, 7] as [Double])
    func keepsAPixel(zoom: Double) {
        for (width, height) in [(1, 1), (1, 300), (300, 1), (2, 300), (2, 2), (301, 4), (640, 480)] {
            let size = PictureSize(width: width, height: height)
            #expect(CropRule(zoom: zoom, side: 8).window(of: size).fits(in: size), "\(size)")
        }
    }
}
