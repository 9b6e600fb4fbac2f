import EchoCore
import EchoDecode
import EchoTesting
import Testing

@Suite("Hostile DICOM") struct DICOMHostileTests {
    /// Opens a file and decodes all that it promises.
    private func decode(_ file: DICOMFile, limits: DecodeLimits = .standard) throws -> [Frame] {
        let folder = try ScratchFolder()
        let source = try DICOMSource(path: folder.write(file.bytes, to: "hostile.dcm"), limits: limits)
        return try (0..<source.clip.frameCount).map { try source.frame(at: $0) }
    }

    /// A 4x4 grey picture whose attributes are overridden.
    private func picture(_ change: (inout DICOMFile) -> Void, pixels: Int = 16) -> DICOMFile {
        var file = DICOMFile()
        change(&file)
        file.add(0x7FE0, 0x0010, "OB", [UInt8](repeating: 7, count: pixels))
        return file
    }

    @Test("a picture as written here decodes")
    func baseline() throws {
        let frames = try decode(picture { $0.addPicture() })
        #expect(frames.map(\.pixels) == [[UInt8](repeating: 7, count: 48)])
    }

    @Test("refuses extents that no picture has, before it allocates")
    func extents() throws {
        #expect(throws: DecodeError.damagedHeader(field: "Rows", found: 0)) {
            try decode(picture { $0.addPicture(rows: [0, 0]) })
        }
        #expect(throws: DecodeError.tooLarge(what: "pixels a frame", found: 65_535 * 65_535, limit: 1 << 24))
        {
            try decode(picture { $0.addPicture(rows: [255, 255], columns: [255, 255]) })
        }
        #expect(throws: DecodeError.truncated(held: 0, declared: 1)) {
            try decode(picture { $0.addPicture(rows: [0, 16], columns: [0, 16]) })
        }
        #expect(throws: DecodeError.damagedHeader(field: "Rows", found: 65_540)) {
            try decode(picture { $0.addPicture(rows: [4, 0, 1, 0], rowsVR: "UL") })
        }
        #expect(try decode(picture { $0.addPicture(rows: [4, 0, 0, 0], rowsVR: "UL") }).count == 1)
    }

    @Test("leaves out a region whose corner is no 32-bit number", arguments: ["-9e18 ", "9e18", "1e300 "])
    func regionCorners(corner: String) throws {
        var item = DICOMFile(bare: ())
        item.add(0x0018, 0x6018, "DS", Array(corner.utf8))
        for element in [0x601A, 0x601C, 0x601E] as [UInt16] { item.add(0x0018, element, "UL", [3, 0, 0, 0]) }
        var file = DICOMFile()
        file.add(0x0018, 0x6011, "SQ", [], length: .max)
        file.addItem(0xE000, item.bytes)
        file.addItem(0xE0DD)
        file.addPicture()
        file.add(0x7FE0, 0x0010, "OB", [UInt8](repeating: 7, count: 16))
        let folder = try ScratchFolder()
        let source = try DICOMSource(path: folder.write(file.bytes, to: "corner.dcm"), limits: .standard)
        #expect(source.clip.dicom?.regions == [])
    }

    @Test("counts the frames that are held, and says when they are fewer than declared")
    func frameNumbers() throws {
        #expect(throws: DecodeError.truncated(held: 1, declared: 2_000_000_000)) {
            try decode(picture { $0.addPicture(frames: "2000000000") })
        }
        #expect(throws: DecodeError.damagedHeader(field: "NumberOfFrames", found: -3)) {
            try decode(picture { $0.addPicture(frames: "-3") })
        }
        #expect(try decode(picture({ $0.addPicture(frames: "2") }, pixels: 48)).count == 3)
        #expect(try decode(picture({ $0.addPicture(frames: "2") }, pixels: 40)).count == 2)
        #expect(throws: DecodeError.tooLarge(what: "frames", found: 300, limit: 200)) {
            try decode(
                picture({ $0.addPicture(frames: "300") }, pixels: 4800),
                limits: DecodeLimits(framePixels: 1 << 20, frames: 200, fileBytes: 1 << 20))
        }
    }

    @Test("refuses a palette whose tables are shorter than they claim")
    func palette() throws {
        let file = picture {
            $0.addPicture(photometric: "PALETTE COLOR")
            for element in UInt16(0x1101)...0x1103 { $0.add(0x0028, element, "US", [0, 0, 0, 0, 16, 0]) }
            for element in UInt16(0x1201)...0x1203 { $0.add(0x0028, element, "OW", [1, 2, 3, 4]) }
        }
        #expect(throws: DecodeError.damagedHeader(field: "LUT data's words", found: 2)) { try decode(file) }
        let segmented = picture {
            $0.addPicture(photometric: "PALETTE COLOR")
            for element in UInt16(0x1101)...0x1103 { $0.add(0x0028, element, "US", [0, 1, 0, 0, 16, 0]) }
            for element in UInt16(0x1221)...0x1223 { $0.add(0x0028, element, "OW", [0, 0, 1, 0, 0, 0]) }
        }
        #expect(throws: DecodeError.unsupported(what: "segmented palettes")) { try decode(segmented) }
        #expect(throws: DecodeError.damagedHeader(field: "palette tables", found: 0)) {
            try decode(picture { $0.addPicture(photometric: "PALETTE COLOR") })
        }
    }

    @Test("takes a palette's index from the bits below HighBit")
    func paletteHighBit() throws {
        var file = DICOMFile()
        file.addPicture(photometric: "PALETTE COLOR", bitsStored: 4, highBit: 7)
        for element in UInt16(0x1101)...0x1103 { file.add(0x0028, element, "US", [16, 0, 0, 0, 8, 0]) }
        for channel in 0..<3 {
            let entries: [UInt8] = (0..<16).flatMap { [UInt8($0 * 10 + channel), 0] }
            file.add(0x0028, 0x1201 + UInt16(channel), "OW", entries)
        }
        file.add(0x7FE0, 0x0010, "OB", [UInt8](repeating: 0x35, count: 16))
        let expected: [UInt8] = (0..<16).flatMap { _ in [30, 31, 32] }
        #expect(try decode(file).map(\.pixels) == [expected])
    }

    @Test("bounds the nesting of sequences, defined or not", arguments: [20_000, 65])
    func nesting(depth: Int) throws {
        var file = DICOMFile()
        for _ in 0..<depth {
            file.add(0x0008, 0x1140, "SQ", [], length: 0xFFFF_FFFF)
            file.addItem(0xE000, length: 0xFFFF_FFFF)
        }
        #expect(throws: DecodeError.tooLarge(what: "nested sequences", found: 64, limit: 64)) {
            try decode(file)
        }
        var bare = DICOMFile(bare: ())
        for level in 0..<depth {
            let rest = UInt32((depth - level) * 16)
            bare.bytes +=
                [8, 0, 0x40, 0x11] + (0..<4).map { UInt8(truncatingIfNeeded: (rest - 8) >> (8 * $0)) }
            bare.addItem(0xE000, length: rest - 16)
        }
        #expect(throws: DecodeError.tooLarge(what: "nested sequences", found: 64, limit: 64)) {
            try decode(bare)
        }
    }

    @Test("names what is not a picture")
    func otherObjects() throws {
        #expect(throws: DecodeError.directory) {
            try decode(DICOMFile(mediaClass: "1.2.840.10008.1.3.10"))
        }
        var waveform = DICOMFile()
        waveform.add(0x0008, 0x0016, "UI", Array("1.2.840.10008.5.1.4.1.1.9.1.1\0".utf8))
        #expect(throws: DecodeError.notAnImage(sopClass: "12-lead ECG Waveform Storage")) {
            try decode(waveform)
        }
        var headless = DICOMFile()
        headless.addPicture()
        #expect(throws: DecodeError.noPixelData) { try decode(headless) }
    }

    @Test(
        "names a transfer syntax that it does not decode, and repeats nothing of one that is not listed",
        arguments: [
            ("1.2.840.10008.1.2.4.94", "JPIP Referenced"), ("1.2.840.10008.1.2.4.112", "JPEG XL"),
            ("1.2.840.10008.1.2.99", "an unlisted transfer syntax"),
            ("1.3.6.1.4.1.19700101", "an unlisted transfer syntax"),
        ])
    func otherSyntaxes(syntax: String, what: String) {
        #expect(throws: DecodeError.unsupported(what: what)) { try decode(DICOMFile(syntax: syntax)) }
    }

    @Test("finds the frames of files without preamble or meta group")
    func headerless() throws {
        let whole = try DICOMFile("rgb-odd-explicit")
        let expected = try decode(whole)
        var file = whole
        file.bytes.removeFirst(132)
        #expect(try decode(file) == expected)
        var bare = DICOMFile(bare: ())
        bare.addPicture()
        bare.add(0x7FE0, 0x0010, "OB", [UInt8](repeating: 9, count: 16))
        #expect(try decode(bare).map(\.pixels) == [[UInt8](repeating: 9, count: 48)])
    }

    @Test("stops inflating at the limit")
    func bomb() throws {
        let limits = DecodeLimits(framePixels: 1 << 20, frames: 1000, fileBytes: 1 << 20)
        #expect(throws: DecodeError.tooLarge(what: "bytes once inflated", found: 1 << 20 + 1, limit: 1 << 20))
        {
            try decode(DICOMFile("bomb"), limits: limits)
        }
    }

    @Test(
        "refuses fragments that hold no frame",
        arguments: ["1.2.840.10008.1.2.5", "1.2.840.10008.1.2.4.50", "1.2.840.10008.1.2.4.102"])
    func emptyFragments(syntax: String) throws {
        var file = DICOMFile(syntax: syntax)
        file.addPicture()
        file.add(0x7FE0, 0x0010, "OB", [], length: 0xFFFF_FFFF)
        for _ in 0..<3 { file.addItem(0xE000) }
        file.addItem(0xE0DD)
        #expect(throws: DecodeError.truncated(held: 0, declared: 1)) { try decode(file) }
    }

    @Test("refuses coded frames whose own header disagrees with the data set")
    func otherExtent() throws {
        for name in ["baseline-mono", "rle-mono2-16", "jpeg-ls-mono2-16", "j2k-mono2-16"] {
            var file = try DICOMFile(name)
            let rows: [UInt8] = [0x28, 0, 0x10, 0, 0x55, 0x53, 2, 0]
            let place = try #require(file.bytes.indices.first { file.bytes[$0...].starts(with: rows) })
            file.bytes[place + 8] += 1
            let error = #expect(throws: DecodeError.self) { try decode(file) }
            guard case .damagedFrame(index: 0, _) = error else {
                Issue.record("\(name): \(String(describing: error))")
                continue
            }
        }
    }
}
