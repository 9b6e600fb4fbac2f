internal import EchoCore
internal import EchoEncode
internal import EchoTesting
internal import Foundation
internal import Testing

@Suite("Sector mask of real clips") struct RealClipMaskTests {
    /// The full-size DICOM's tissue region, and what the small one claims too.
    private static let region = PixelRect(minX: 84, minY: 31, maxX: 595, maxY: 414)

    @Test("agrees between the DICOM, AVI and MP4 versions of one clip")
    func agreesBetweenVersions() throws {
        let dicom = try mask("dicom", 640, 480, 20, region: Self.region)
        let avi = try mask("avi", 640, 480, 20)
        let mp4 = try mask("mp4", 640, 480, 20)
        #expect(dicom.method == .regions)
        #expect(avi.method == .pixels)
        #expect(overlap(avi.pixels, mp4.pixels) >= 0.97)
        #expect(overlap(avi.pixels, dicom.pixels) >= 0.95)
        #expect(overlap(mp4.pixels, dicom.pixels) >= 0.95)
    }

    /// Read off the picture by eye: columns and rows of each text, icon, tick column and bar.
    static let furniture: [(String, PixelRect)] = [
        ("logo and preset", PixelRect(minX: 0, minY: 0, maxX: 80, maxY: 62)),
        ("orientation mark", PixelRect(minX: 374, minY: 34, maxX: 386, maxY: 46)),
        ("ticks and indices", PixelRect(minX: 596, minY: 20, maxX: 639, maxY: 420)),
        ("depth", PixelRect(minX: 570, minY: 396, maxX: 595, maxY: 414)),
        ("menu", PixelRect(minX: 70, minY: 450, maxX: 570, maxY: 479)),
    ]

    @Test(
        "leaves out all text, icons and ticks, and keeps the sector's middle",
        arguments: ["dicom", "avi", "mp4"])
    func leavesFurnitureOut(name: String) throws {
        let mask = try mask(name, 640, 480, 20, region: name == "dicom" ? Self.region : nil)
        let bright = try frames(name, 640, 480, 20)[0].pixels
        for (what, rect) in Self.furniture {
            #expect(count(mask, rect) { bright[$0 * 3 + 1] >= 40 } == 0, "\(what)")
        }
        for (column, row) in [(340, 60), (340, 395), (110, 300), (570, 300), (250, 140), (430, 140)] {
            #expect(mask.pixels[row * 640 + column] == 1, "tissue at \(column), \(row)")
        }
        #expect((0.34...0.39).contains(mask.coverage))
    }

    @Test("does not trust regions that lie outside the picture")
    func ignoresLyingRegions() throws {
        let small = try mask("small", 320, 240, 15, region: Self.region)
        #expect(small.method == .pixels)
        let full = try mask("dicom", 640, 480, 20, region: Self.region)
        var halved: [UInt8] = []
        for row in 0..<240 {
            for column in 0..<320 { halved.append(full.pixels[row * 2 * 640 + column * 2]) }
        }
        #expect(overlap(small.pixels, halved) >= 0.95)
    }

    @Test("finds a still's sector by its light, with or without regions")
    func findsTheStill() throws {
        let region = PixelRect(minX: 14, minY: 38, maxX: 1010, maxY: 758)
        let tagged = try mask("still", 1024, 768, 1, region: region)
        let untagged = try mask("still", 1024, 768, 1)
        #expect(overlap(tagged.pixels, untagged.pixels) >= 0.97)
        let text = [
            PixelRect(minX: 0, minY: 0, maxX: 350, maxY: 130),
            PixelRect(minX: 0, minY: 130, maxX: 90, maxY: 250),
            PixelRect(minX: 0, minY: 400, maxX: 110, maxY: 510),
            PixelRect(minX: 800, minY: 0, maxX: 1023, maxY: 340),
            PixelRect(minX: 40, minY: 690, maxX: 400, maxY: 767),
            PixelRect(minX: 560, minY: 70, maxX: 610, maxY: 120),
        ]
        for rect in text { #expect(count(untagged, rect) == 0) }
        for (column, row) in [(500, 220), (300, 400), (650, 600), (800, 480), (400, 590)] {
            #expect(untagged.pixels[row * 1_024 + column] == 1, "tissue at \(column), \(row)")
        }
    }

    /// The mask's pixels within a rectangle that a test holds for.
    private func count(
        _ mask: SectorMask, _ rect: PixelRect, where counts: (Int) -> Bool = { _ in true }
    ) -> Int {
        var inside = 0
        for row in rect.minY...rect.maxY {
            for column in rect.minX...rect.maxX {
                let place = row * mask.size.width + column
                inside += mask.pixels[place] == 1 && counts(place) ? 1 : 0
            }
        }
        return inside
    }

    private func mask(
        _ name: String, _ width: Int, _ height: Int, _ count: Int, region: PixelRect? = nil
    ) throws -> SectorMask {
        let size = PictureSize(width: width, height: height)
        var header: DICOMFacts?
        if let region {
            header = DICOMFacts()
            header?.regions = [UltrasoundRegion(bounds: region, spatialFormat: 1, dataType: 1)]
        }
        var builder = SectorMaskBuilder(
            clip: Clip(container: "raw", codec: "raw", size: size, frameTimes: [0], dicom: header))
        for frame in try frames(name, width, height, count) { builder.add(frame) }
        return try builder.build()
    }

    private func frames(_ name: String, _ width: Int, _ height: Int, _ count: Int) throws -> [Frame] {
        let path = try Fixtures.made("mask/\(name)_\(width)x\(height)x\(count).rgb")
        let bytes = try Data(contentsOf: URL(filePath: path))
        let size = PictureSize(width: width, height: height)
        let length = size.pixelCount * 3
        return (0..<count).map { index in
            Frame(
                index: index, time: .milliseconds(33 * index), size: size,
                pixels: [UInt8](bytes[index * length..<(index + 1) * length]))
        }
    }
}
