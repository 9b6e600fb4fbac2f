internal import EchoCore

/// Encapsulated pixel data whose frames stand alone: RLE, JPEG, JPEG-LS, JPEG 2000.
struct DICOMStills {
    private let bytes: RegularFile
    private let codec: DICOMStillCodec
    private let map: DICOMFrameMap

    /// Frames that the file really holds.
    var frameCount: Int { map.frames.count }
    var size: PictureSize { codec.format.size }

    init(
        _ document: DICOMDocument, format: DICOMPixelFormat, fragments: [DICOMLayout.Fragment],
        table: Range<Int>, declared: Int
    ) throws(DecodeError) {
        let bytes = document.bytes
        self.bytes = bytes
        codec = DICOMStillCodec(format: format, codec: document.layout.syntax.codec)
        let isRunLength = codec.codec == .rle
        map = try DICOMFrameMap(
            fragments, declared: declared,
            offsets: [
                Self.extended(document.header.root, declared: declared),
                Self.numbers(bytes.bytes(table), width: 4),
            ],
            startsFrame: { range in
                let head = bytes.bytes(range.lowerBound..<min(range.lowerBound + 3, range.upperBound))
                return isRunLength || head.starts(with: [0xFF, 0xD8, 0xFF])
                    || head.starts(with: [0xFF, 0x4F, 0xFF])
            })
    }

    /// ExtendedOffsetTable's values; empty where it is absent or not one a frame.
    private static func extended(_ header: DICOMItem, declared: Int) -> [Int] {
        guard declared <= 1 << 16, let bytes = header.bytes(.extendedOffsetTable, limit: declared * 8)
        else { return [] }
        return numbers(bytes, width: 8)
    }

    private static func numbers(_ bytes: [UInt8], width: Int) -> [Int] {
        stride(from: 0, through: bytes.count - width, by: width).map { place in
            Int(
                truncatingIfNeeded: bytes[place..<(place + width)].reversed().reduce(UInt64(0)) {
                    $0 << 8 | UInt64($1)
                })
        }
    }

    /// Decodes one frame to its samples.
    ///
    /// A coded frame of more than eight times its decoded size, and a megabyte, is refused.
    func samples(at index: Int) throws(DecodeError) -> DICOMSamples {
        let limit = 8 * codec.format.nativeFrameBytes + (1 << 20)
        let length = map.frames[index].reduce(0) { $0 + $1.count }
        guard length <= limit else {
            throw .tooLarge(what: "bytes in a coded frame", found: length, limit: limit)
        }
        var joined: [UInt8] = []
        joined.reserveCapacity(length)
        for range in map.frames[index] { joined += bytes.bytes(range) }
        return try codec.samples(joined, index: index)
    }
}
