import EchoCore
import EchoDecode
import EchoTesting
import Testing

@Suite("Damaged DICOM") struct DICOMMutationTests {
    private static let limits = DecodeLimits(framePixels: 1 << 20, frames: 200, fileBytes: 1 << 24)

    @Test("ends as frames or as a typed error", .timeLimit(.minutes(1)), arguments: UInt64(0)..<520)
    func endsWell(seed: UInt64) throws {
        let mutation = try DICOMMutation(seed: seed)
        let folder = try ScratchFolder()
        let path = try folder.write(mutation.bytes, to: "mutated.dcm")
        do throws(DecodeError) {
            let source = try DICOMSource(path: path, limits: Self.limits)
            for index in 0..<source.clip.frameCount {
                let frame = try source.frame(at: index)
                #expect(frame.size == source.clip.size)
            }
        } catch {
            #expect(error.report.code.hasPrefix("decode."))
        }
        do throws(DecodeError) {
            #expect(try !StructuredReport(path: path, limits: Self.limits).text.isEmpty)
        } catch {
            #expect(error.report.code.hasPrefix("decode."))
        }
    }

    @Test(
        "a file cut at any hundredth of its length never counts frames that are not there", arguments: 1..<100
    )
    func cutAnywhere(hundredth: Int) throws {
        for name in ["rgb-odd-explicit", "rle-rgb-odd", "baseline-422-odd", "jpeg-ls-rgb-odd", "j2k-rgb-odd"]
        {
            let whole = try DICOMFile(name)
            let folder = try ScratchFolder()
            let path = try folder.write(whole.bytes[..<(whole.bytes.count * hundredth / 100)], to: "cut.dcm")
            #expect(throws: DecodeError.self) { try DICOMSource(path: path, limits: Self.limits) }
        }
    }
}
