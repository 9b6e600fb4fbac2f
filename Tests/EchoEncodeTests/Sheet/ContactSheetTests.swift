internal import EchoCore
internal import EchoEncode
internal import Testing

@Suite("Contact sheet") struct ContactSheetTests {
    private let size = PictureSize(width: 6, height: 5)

    private func frames(_ count: Int) -> [Frame] {
        (0..<count).map {
            Frame(
                index: $0, time: .zero, size: size,
                pixels: [UInt8](repeating: UInt8(30 * ($0 + 1)), count: size.pixelCount * 3))
        }
    }

    private func pixel(_ sheet: ContactSheet, _ column: Int, _ row: Int) -> [UInt8] {
        let start = (row * sheet.size.width + column) * 3
        return Array(sheet.pixels[start..<start + 3])
    }

    @Test(
        "lays frames out in the smallest square, or in the columns asked for",
        arguments: [
            (1, nil, 6, 5), (2, nil, 16, 5), (3, nil, 16, 14), (5, nil, 26, 14), (4, 4, 36, 5), (2, 9, 16, 5),
        ] as [(Int, Int?, Int, Int)])
    func laysOut(count: Int, columns: Int?, width: Int, height: Int) {
        let sheet = ContactSheet(frames: frames(count), mask: nil, columns: columns)
        #expect(sheet.size == PictureSize(width: width, height: height))
        #expect(sheet.pixels.count == width * height * 3)
    }

    @Test("places each frame in reading order, with black between and after")
    func placesFrames() {
        let sheet = ContactSheet(frames: frames(3), mask: nil)
        #expect(pixel(sheet, 0, 0) == [30, 30, 30])
        #expect(pixel(sheet, 5, 4) == [30, 30, 30])
        #expect(pixel(sheet, 6, 0) == [0, 0, 0])
        #expect(pixel(sheet, 10, 0) == [60, 60, 60])
        #expect(pixel(sheet, 0, 9) == [90, 90, 90])
        #expect(pixel(sheet, 15, 13) == [0, 0, 0])
    }

    @Test("draws the mask's border inside and dims what lies outside")
    func drawsTheMask() {
        var inside = [UInt8](repeating: 0, count: size.pixelCount)
        for row in 1...3 {
            for column in 1...3 { inside[row * 6 + column] = 1 }
        }
        let mask = SectorMask(size: size, pixels: inside, method: .pixels, reason: "a square")
        let sheet = ContactSheet(frames: frames(1), mask: mask)
        #expect(pixel(sheet, 0, 0) == [10, 10, 10])
        #expect(pixel(sheet, 1, 1) == ContactSheet.outline)
        #expect(pixel(sheet, 3, 2) == ContactSheet.outline)
        #expect(pixel(sheet, 2, 2) == [30, 30, 30])
        #expect(pixel(sheet, 4, 2) == [10, 10, 10])
    }
}
