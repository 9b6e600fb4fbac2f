import EchoCore
import EchoDecode
import EchoTesting
import Foundation
import Testing

@Suite("File kind") struct FileKindTests {
    @Test("knows every clip kept and made here")
    func knowsClips() throws {
        for name in ["a4c_jpeg_120f.dcm", "a4c_ybr422_jpeg_30f.dcm", "plax_still_jpeglossless.dcm"] {
            #expect(try FileKind(sniffing: Fixtures.clip(name)) == .dicom, "\(name)")
        }
        for clip in try VideoReferences.load() where !clip.name.hasSuffix(".ts") {
            let isPicture = clip.name.hasPrefix("single")
            #expect(try FileKind(sniffing: clip.path()) == (isPicture ? .picture : .video), "\(clip.name)")
        }
        #expect(try FileKind(sniffing: Fixtures.made("video/h264.ts")) == .unknown)
    }

    @Test("knows a data set without its preamble")
    func knowsBareDataSets() throws {
        let whole = [UInt8](try Data(contentsOf: URL(filePath: Fixtures.clip("plax_still_jpeglossless.dcm"))))
        #expect(FileKind(prefix: Array(whole[132..<4_228]), byteCount: whole.count - 132) == .dicom)
        let values = ["ISO_IR 100", "ORIGINAL\\PRIMARY", "20260101"]
        let elements: [UInt8] = [0x05, 0x08, 0x12]
        var implicit: [UInt8] = []
        var explicit: [UInt8] = []
        var big: [UInt8] = []
        for (element, value) in zip(elements, values) {
            let length = UInt8(value.utf8.count)
            implicit += [8, 0, element, 0, length, 0, 0, 0] + value.utf8
            explicit += [8, 0, element, 0] + "CS".utf8 + [length, 0] + value.utf8
            big += [0, 8, 0, element] + "CS".utf8 + [0, length] + value.utf8
        }
        for bytes in [implicit, explicit, big] {
            #expect(FileKind(prefix: bytes, byteCount: bytes.count) == .dicom)
        }
        let cut = Array(explicit.dropLast(6))
        #expect(FileKind(prefix: cut, byteCount: cut.count) != .dicom)
    }

    @Test("takes random bytes for nothing it knows", arguments: UInt64(0)..<200)
    func knowsNoise(seed: UInt64) {
        var random = SplitMix64(seed: seed)
        let bytes = (0..<512).map { _ in UInt8.random(in: 128...255, using: &random) }
        let kind = FileKind(prefix: bytes, byteCount: bytes.count)
        #expect(kind == .unknown || kind == .picture && bytes.starts(with: [0xFF, 0xD8, 0xFF]))
    }

    @Test("text is text in any script, and cut in the middle of a letter")
    func knowsText() {
        let text = Array("Пациент: ЭхоКГ, фракция выброса 60 %.\n".utf8)
        #expect(FileKind(prefix: text, byteCount: text.count) == .text)
        #expect(FileKind(prefix: Array(text[..<1]), byteCount: text.count) == .text)
        #expect(FileKind(prefix: Array(text[..<1]), byteCount: 1) == .unknown)
        #expect(FileKind(prefix: [0x41, 0x00, 0x42], byteCount: 3) == .unknown)
    }
}
