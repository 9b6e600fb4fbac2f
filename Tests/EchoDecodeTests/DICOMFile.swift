import EchoTesting
import Foundation

/// A DICOM file as bytes, to be damaged or written from nothing.
struct DICOMFile {
    var bytes: [UInt8]

    /// One of the table's files.
    init(_ name: String) throws {
        bytes = [UInt8](try Data(contentsOf: URL(filePath: Fixtures.made("dicom/\(name).dcm"))))
    }

    /// A preamble, and a meta group that names a transfer syntax; explicit little endian from here on.
    init(syntax: String = "1.2.840.10008.1.2.1", mediaClass: String = "1.2.840.10008.5.1.4.1.1.6.1") {
        bytes = [UInt8](repeating: 0, count: 128) + Array("DICM".utf8)
        add(0x0002, 0x0002, "UI", Self.padded(mediaClass, with: 0))
        add(0x0002, 0x0010, "UI", Self.padded(syntax, with: 0))
    }

    /// A data set alone.
    init(bare: Void) { bytes = [] }

    /// The attributes of a small grey picture, which can be overridden one by one.
    mutating func addPicture(
        rows: [UInt8] = [4, 0], columns: [UInt8] = [4, 0], frames: String? = nil,
        photometric: String = "MONOCHROME2", rowsVR: String = "US", bitsStored: UInt8 = 8,
        highBit: UInt8 = 7
    ) {
        add(0x0008, 0x0016, "UI", Self.padded("1.2.840.10008.5.1.4.1.1.6.1", with: 0))
        add(0x0028, 0x0002, "US", [1, 0])
        add(0x0028, 0x0004, "CS", Self.padded(photometric, with: 32))
        if let frames { add(0x0028, 0x0008, "IS", Self.padded(frames, with: 32)) }
        add(0x0028, 0x0010, rowsVR, rows)
        add(0x0028, 0x0011, "US", columns)
        add(0x0028, 0x0100, "US", [8, 0])
        add(0x0028, 0x0101, "US", [bitsStored, 0])
        add(0x0028, 0x0102, "US", [highBit, 0])
        add(0x0028, 0x0103, "US", [0, 0])
    }

    /// Appends an element; `length` lies where it is given.
    mutating func add(
        _ group: UInt16, _ element: UInt16, _ vr: String, _ value: [UInt8], length: UInt32? = nil
    ) {
        for number in [group, element] { bytes += [UInt8(number & 255), UInt8(number >> 8)] }
        bytes += Array(vr.utf8)
        let claimed = length ?? UInt32(value.count)
        let isLong = ["OB", "OW", "SQ", "UN"].contains(vr)
        if isLong { bytes += [0, 0] }
        bytes += (0..<(isLong ? 4 : 2)).map { UInt8(truncatingIfNeeded: claimed >> (8 * $0)) }
        bytes += value
    }

    /// Appends an item or a delimiter: a tag of group FFFE.
    mutating func addItem(_ element: UInt16, _ value: [UInt8] = [], length: UInt32? = nil) {
        bytes += [0xFE, 0xFF, UInt8(element & 255), UInt8(element >> 8)]
        let claimed = length ?? UInt32(value.count)
        bytes += (0..<4).map { UInt8(truncatingIfNeeded: claimed >> (8 * $0)) } + value
    }

    private static func padded(_ text: String, with padding: UInt8) -> [UInt8] {
        Array(text.utf8) + (text.utf8.count % 2 == 0 ? [] : [padding])
    }
}
