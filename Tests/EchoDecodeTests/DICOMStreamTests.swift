import EchoCore
import EchoDecode
import EchoTesting
import Testing

@Suite("Damaged DICOM video streams") struct DICOMStreamTests {
    /// libavcodec's AVERROR_INVALIDDATA.
    private static let invalidData: Int32 = -1_094_995_529

    /// Decodes all pictures of a file.
    private func decode(_ file: DICOMFile) throws {
        let folder = try ScratchFolder()
        let source = try DICOMSource(path: folder.write(file.bytes, to: "damaged.dcm"), limits: .standard)
        for index in 0..<source.clip.frameCount { _ = try source.frame(at: index) }
    }

    @Test("an MPEG-2 picture with a damaged slice is refused by the codec, not patched up")
    func damagedSlice() throws {
        var file = try DICOMFile("mpeg2")
        let slice = try #require(Self.longestSlice(file.bytes))
        file.bytes.replaceSubrange(slice, with: [UInt8](repeating: 0xFF, count: slice.count))
        #expect(throws: DecodeError.damagedFrame(index: 0, status: Self.invalidData)) { try decode(file) }
    }

    /// The longest slice of the first coded picture, behind its start code and its quantizer (ISO 13818-2, 6.2.4).
    private static func longestSlice(_ bytes: [UInt8]) -> Range<Int>? {
        let codes = bytes.indices.dropLast(3).filter { bytes[$0...].starts(with: [0, 0, 1]) }
        let pictures = codes.filter { bytes[$0 + 3] == 0 }
        guard pictures.count > 1 else { return nil }
        return zip(codes, codes.dropFirst())
            .filter { $0.0 > pictures[0] && $0.0 < pictures[1] && 1...0xAF ~= bytes[$0.0 + 3] }
            .map { ($0.0 + 6)..<$0.1 }
            .max { $0.count < $1.count }
    }

    @Test("bytes that are no video are a damaged frame: the file itself is DICOM")
    func noVideo() throws {
        var file = DICOMFile(syntax: "1.2.840.10008.1.2.4.100")
        file.addPicture()
        file.add(0x7FE0, 0x0010, "OB", [], length: 0xFFFF_FFFF)
        file.addItem(0xE000)
        file.addItem(0xE000, [UInt8](repeating: 0x55, count: 16_384))
        file.addItem(0xE0DD)
        let error = #expect(throws: DecodeError.self) { try decode(file) }
        #expect(error?.report.code == "decode.damagedFrame")
    }
}
