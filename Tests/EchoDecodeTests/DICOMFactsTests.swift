import EchoCore
import EchoDecode
import EchoTesting
import Testing

@Suite("DICOM facts") struct DICOMFactsTests {
    @Test("leaves out regions that describe a larger picture than the file holds")
    func lyingRegions() throws {
        let clip = try DICOMSource(path: Fixtures.clip("a4c_ybr422_jpeg_30f.dcm"), limits: .standard).clip
        #expect(clip.size == PictureSize(width: 320, height: 240))
        #expect(clip.frameCount == 30)
        #expect(clip.dicom?.regions.isEmpty == false)
        #expect(clip.hasLyingRegions)
        #expect(clip.validRegions.isEmpty)
    }

    @Test("keeps regions that fit, with their scale")
    func fittingRegions() throws {
        let clip = try DICOMSource(path: Fixtures.clip("a4c_jpeg_120f.dcm"), limits: .standard).clip
        #expect(clip.frameCount == 120)
        #expect(clip.codec == "jpeg")
        #expect(!clip.hasLyingRegions)
        let region = try #require(clip.validRegions.first)
        #expect(region.spatialFormat == 1)
        #expect(region.dataType == 1)
        #expect(abs((region.centimetersPerPixelX ?? 0) - 0.05105) < 0.00001)
    }

    @Test("two files of one study share their SOP instance and say so")
    func sharedInstance() throws {
        let facts = try ["a4c_ybr422_jpeg_30f.dcm", "a4c_jpeg_120f.dcm"].map {
            try DICOMSource(path: Fixtures.clip($0), limits: .standard).clip.dicom
        }
        let first = try #require(facts[0])
        #expect(first.sopInstanceUID != nil)
        #expect(first.sopInstanceUID == facts[1]?.sopInstanceUID)
        #expect(first.photometricInterpretation == "YBR_FULL_422")
        #expect(first.transferSyntaxUID == "1.2.840.10008.1.2.4.50")
        #expect(first.imageType.first == "ORIGINAL" || first.imageType.first == "DERIVED")
    }

    @Test("brings texts to UTF-8 by SpecificCharacterSet, and takes unknown sets as they are")
    func characterSets() throws {
        let name: [UInt8] = [0x48, 0xF4, 0x70, 0x69, 0x74, 0x61, 0x6C, 0x20]
        for (set, expected) in [("ISO_IR 100", "Hôpital"), ("ISO_IR 999", "H\u{FFFD}pital")] {
            var file = DICOMFile()
            file.add(0x0008, 0x0005, "CS", Array(set.utf8))
            file.add(0x0008, 0x0080, "LO", name)
            file.addPicture()
            file.add(0x7FE0, 0x0010, "OB", [UInt8](repeating: 7, count: 16))
            let folder = try ScratchFolder()
            let source = try DICOMSource(path: folder.write(file.bytes, to: "named.dcm"), limits: .standard)
            #expect(source.clip.dicom?.institutionName == expected)
        }
    }

    @Test("takes frame times from the vector, then the interval, then the rates")
    func frameTimes() throws {
        #expect(try times { $0.add(0x0018, 0x1065, "DS", Array("0\\10\\25 ".utf8)) } == [0, 10, 35])
        #expect(try times { $0.add(0x0018, 0x1063, "DS", Array("40".utf8)) } == [0, 40, 80])
        #expect(try times { $0.add(0x0018, 0x0040, "IS", Array("50".utf8)) } == [0, 20, 40])
        #expect(
            try times { $0.add(0x0018, 0x1063, "DS", Array("-4".utf8)) } == [0, 1000.0 / 30, 2000.0 / 30])
        #expect(
            try times { $0.add(0x0018, 0x1065, "DS", Array("0\\-1\\25 ".utf8)) } == [
                0, 1000.0 / 30, 2000.0 / 30,
            ])
        #expect(try times { _ in } == [0, 1000.0 / 30, 2000.0 / 30])
    }

    private func times(_ add: (inout DICOMFile) -> Void) throws -> [Double] {
        var file = DICOMFile()
        add(&file)
        file.addPicture(frames: "3")
        file.add(0x7FE0, 0x0010, "OB", [UInt8](repeating: 7, count: 48))
        let folder = try ScratchFolder()
        return try DICOMSource(path: folder.write(file.bytes, to: "timed.dcm"), limits: .standard).clip
            .frameTimes
    }
}
