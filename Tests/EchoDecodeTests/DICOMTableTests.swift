import EchoCore
import EchoDecode
import EchoTesting
import Foundation
import Testing

@Suite("DICOM transfer syntaxes and photometric interpretations") struct DICOMTableTests {
    @Test("the table covers every syntax that we decode")
    func isComplete() throws {
        let cases = try DICOMCase.load()
        #expect(Set(cases.map(\.syntax)).count == 20)
        #expect(
            Set(cases.map(\.photometric)) == [
                "RGB", "YBR_FULL", "YBR_FULL_422", "YBR_RCT", "YBR_ICT", "YBR_PARTIAL_420", "PALETTE COLOR",
                "MONOCHROME1", "MONOCHROME2",
            ])
    }

    @Test(
        "equals the reference: lossless to the byte, lossy within a mean of 1 grey level",
        arguments: DICOMCase.all)
    func equalsReference(item: DICOMCase) throws {
        let reference = try item.reference()
        let source = try DICOMSource(path: item.path(), limits: .standard)
        #expect(source.clip.size == PictureSize(width: item.columns, height: item.rows))
        if item.note != "real" { #expect(source.clip.frameCount == item.frames) }
        let frameBytes = item.rows * item.columns * 3
        var worst = 0
        var total = 0
        for index in 0..<item.frames {
            let frame = try source.frame(at: index)
            #expect(frame.index == index)
            for (found, expected) in zip(frame.pixels, reference[(index * frameBytes)...]) {
                let difference = abs(Int(found) - Int(expected))
                worst = max(worst, difference)
                total += difference
            }
        }
        let mean = Double(total) / Double(item.frames * frameBytes)
        // The table of measured differences, for the log; the line below decides.
        print(
            "dicom-table \(item.name) | \(item.syntax) | \(item.photometric) | max \(worst) | mean "
                + String(format: "%.4f", mean))
        #expect(item.lossless ? worst == 0 : mean <= 1)
    }

    @Test(
        "gives a stream's later frames when earlier ones are left out", arguments: ["h264", "mpeg2", "hevc"])
    func skipsForward(name: String) throws {
        let item = try #require(DICOMCase.all.first { $0.name == name })
        let source = try DICOMSource(path: item.path(), limits: .standard)
        let frameBytes = item.rows * item.columns * 3
        let reference = try item.reference()
        for index in [1, 3, 5] {
            let expected = reference[(index * frameBytes)..<((index + 1) * frameBytes)]
            #expect(try source.frame(at: index).pixels.elementsEqual(expected), "frame \(index)")
        }
    }

    @Test("gives stand-alone frames in any order, the same each time")
    func anyOrder() throws {
        let source = try DICOMSource(path: Fixtures.clip("a4c_ybr422_jpeg_30f.dcm"), limits: .standard)
        let last = try source.frame(at: 29)
        let first = try source.frame(at: 0)
        #expect(try source.frame(at: 29) == last)
        #expect(first.pixels != last.pixels)
    }
}
