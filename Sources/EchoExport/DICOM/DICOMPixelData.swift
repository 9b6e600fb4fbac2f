/// (7FE0,0010), the last element of the file, written a frame at a time.
struct DICOMPixelData: ~Copyable {
    private let coding: DICOMCoding
    private var file: AppendingFile
    /// Where the table of offsets begins, and what it holds so far.
    private var table: (place: Int, offsets: [UInt32]) = (0, [])
    private var written = 0

    /// Lengths are 32-bit and even; the highest means that it is not known.
    private static let longest = Int(UInt32.max) - 1
    private static let item: [UInt8] = [0xFE, 0xFF, 0x00, 0xE0]
    private static let end: [UInt8] = [0xFE, 0xFF, 0xDD, 0xE0, 0, 0, 0, 0]

    /// Appends the element's head to a file that holds the data set before it.
    ///
    /// - Parameters:
    ///   - frames: how many will come.
    ///   - frameBytes: an uncompressed frame's bytes.
    init(
        path: String, coding: DICOMCoding, frames: Int, frameBytes: Int
    ) throws(ExportError) {
        let (total, overflows) = frames.multipliedReportingOverflow(by: frameBytes)
        guard !overflows, total < Self.longest else {
            throw .tooLarge(what: "bytes of pixels", found: overflows ? .max : total, limit: Self.longest)
        }
        var file = try AppendingFile(path: path)
        var place = 0
        let tag: [UInt8] = [0xE0, 0x7F, 0x10, 0x00] + Array("OB".utf8) + [0, 0]
        switch coding {
        case .uncompressed:
            try file.append(tag + Self.little(UInt32(total + total % 2)))
        case .jpeg:
            try file.append(tag + Self.little(.max) + Self.item + Self.little(UInt32(frames * 4)))
            place = file.byteCount
            try file.append([UInt8](repeating: 0, count: frames * 4))
        }
        self.coding = coding
        self.file = file
        table.place = place
    }

    /// Appends one frame's samples, or its stream.
    mutating func add(_ bytes: [UInt8]) throws(ExportError) {
        switch coding {
        case .uncompressed:
            try file.append(bytes)
            written += bytes.count
        case .jpeg:
            guard written + bytes.count + 8 < Self.longest else {
                throw .tooLarge(
                    what: "bytes of pixels", found: written + bytes.count, limit: Self.longest)
            }
            table.offsets.append(UInt32(written))
            try file.append(Self.item + Self.little(UInt32(bytes.count)) + bytes)
            written += bytes.count + 8
        }
    }

    /// Ends the element, fills in the offsets and closes the file.
    consuming func finish() throws(ExportError) {
        switch coding {
        case .uncompressed:
            if written % 2 == 1 { try file.append([0]) }
        case .jpeg:
            try file.append(Self.end)
            try file.write(table.offsets.flatMap(Self.little), at: table.place)
        }
        try file.close()
    }

    private static func little(_ number: UInt32) -> [UInt8] {
        (0..<4).map { UInt8(truncatingIfNeeded: number >> (8 * UInt32($0))) }
    }
}
