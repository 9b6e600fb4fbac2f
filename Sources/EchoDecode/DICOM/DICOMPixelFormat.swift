internal import EchoCore

/// How the header describes each frame, checked against what can be.
struct DICOMPixelFormat {
    let size: PictureSize
    /// What the samples mean, if the coded stream does not know better.
    let photometric: DICOMPhotometric
    /// 8 or 16.
    let bitsAllocated: Int
    /// 1...`bitsAllocated`.
    let bitsStored: Int
    /// The highest bit in use.
    let highBit: Int
    /// Whether samples are two's complement.
    let isSigned: Bool
    /// Whether each sample has a plane of its own.
    let isPlanar: Bool

    /// Reads and checks the image pixel attributes.
    init(_ header: DICOMItem, limits: DecodeLimits) throws(DecodeError) {
        let height = try Self.extent(header, .rows, "Rows")
        let width = try Self.extent(header, .columns, "Columns")
        try limits.check(width: width, height: height)
        size = PictureSize(width: width, height: height)
        let samples = header.integer(.samplesPerPixel) ?? 1
        let named = header.text(.photometricInterpretation) ?? (samples == 3 ? "RGB" : "MONOCHROME2")
        guard let photometric = DICOMPhotometric(rawValue: named) else {
            throw .unsupported(what: "a PhotometricInterpretation other than the ten known ones")
        }
        self.photometric = photometric
        guard samples == photometric.samples else {
            throw .damagedHeader(field: "\(named) with SamplesPerPixel", found: samples)
        }
        bitsAllocated = header.integer(.bitsAllocated) ?? 8
        guard bitsAllocated == 8 || bitsAllocated == 16 else {
            throw .unsupported(what: "BitsAllocated \(bitsAllocated)")
        }
        bitsStored = header.integer(.bitsStored) ?? bitsAllocated
        guard (1...bitsAllocated).contains(bitsStored) else {
            throw .damagedHeader(field: "BitsStored", found: bitsStored)
        }
        highBit = header.integer(.highBit) ?? (bitsStored - 1)
        guard (bitsStored - 1..<bitsAllocated).contains(highBit) else {
            throw .damagedHeader(field: "HighBit", found: highBit)
        }
        isSigned = header.integer(.pixelRepresentation) == 1
        isPlanar = header.integer(.planarConfiguration) == 1
    }

    private static func extent(_ header: DICOMItem, _ tag: DICOMTag, _ name: String) throws(DecodeError)
        -> Int
    {
        let found = header.integer(tag) ?? 0
        guard (1...65_535).contains(found) else { throw .damagedHeader(field: name, found: found) }
        return found
    }

    /// The bytes of one uncompressed frame.
    var nativeFrameBytes: Int {
        let bytes = size.pixelCount * bitsAllocated / 8
        return photometric == .ybrFull422 ? bytes * 2 : bytes * photometric.samples
    }
}
