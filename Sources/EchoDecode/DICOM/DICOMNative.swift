internal import EchoCore

/// Uncompressed pixel data: each frame is a range of the file.
struct DICOMNative {
    private let bytes: RegularFile
    let format: DICOMPixelFormat
    private let held: Range<Int>
    /// Whether each pair of bytes is stored the other way round than the sample bytes are wanted.
    private let isSwapped: Bool
    /// Whether two pixels share their chrominance.
    private let isHalved: Bool
    private let frameBytes: Int
    /// Frames that the file really holds.
    let frameCount: Int

    /// Checks the declared extent against the bytes that are there, before anything is allocated.
    ///
    /// More whole frames than declared are kept; padding that is no whole frame is passed over.
    init(
        _ document: DICOMDocument, format: DICOMPixelFormat, held: Range<Int>, isWords: Bool, declared: Int
    ) throws(DecodeError) {
        bytes = document.bytes
        self.format = format
        self.held = held
        isSwapped = document.layout.syntax.isBigEndian && (isWords || format.bitsAllocated == 16)
        switch format.photometric {
        case .ybrPartial420, .ybrPartial422, .ybrReversible, .ybrIrreversible:
            throw .unsupported(what: "uncompressed \(format.photometric.rawValue)")
        default: break
        }
        // Some converters undo the subsampling and leave the tag: the number of bytes tells.
        let full = format.size.pixelCount * 3
        let isFull = held.count == declared * full || held.count == declared * full + 1
        let isTagged = format.photometric == .ybrFull422
        isHalved = isTagged && !isFull
        frameBytes = isTagged && isFull ? full : format.nativeFrameBytes
        guard !isHalved || (format.size.width % 2 == 0 && format.bitsAllocated == 8) else {
            throw .unsupported(what: "YBR_FULL_422 with an odd number of columns or 16 bits")
        }
        let whole = held.count / frameBytes
        guard whole >= declared else { throw .truncated(held: whole, declared: declared) }
        let isExact = held.count - whole * frameBytes <= 1
        frameCount = isExact ? whole : declared
    }

    /// Reads one frame.
    func samples(at index: Int) throws(DecodeError) -> DICOMSamples {
        let start = index * frameBytes
        // Swapped bytes come in pairs: take whole ones, whichever side of the frame they straddle.
        let from = isSwapped ? start & ~1 : start
        let end = min(isSwapped ? (start + frameBytes + 1) & ~1 : start + frameBytes, held.count)
        var raw = bytes.bytes((held.lowerBound + from)..<(held.lowerBound + end))
        guard raw.count == end - from, raw.count >= start - from + frameBytes else {
            throw .truncated(held: index, declared: frameCount)
        }
        if isSwapped {
            for place in stride(from: 0, to: raw.count - 1, by: 2) { raw.swapAt(place, place + 1) }
        }
        if raw.count != frameBytes { raw = Array(raw[(start - from)..<(start - from + frameBytes)]) }
        if isHalved {
            raw = Self.widened(raw)
        } else if format.photometric.samples == 3 && format.isPlanar {
            raw = Self.interleaved(raw, pixels: format.size.pixelCount, width: format.bitsAllocated / 8)
        }
        return DICOMSamples(
            size: format.size, model: DICOMSamples.model(format.photometric), isCertain: isHalved,
            bytesPerSample: format.bitsAllocated / 8, precision: nil, bytes: raw)
    }

    /// Y Y Cb Cr to Y Cb Cr, Y Cb Cr: each pair's chrominance serves both pixels.
    private static func widened(_ halved: [UInt8]) -> [UInt8] {
        var output = [UInt8](repeating: 0, count: halved.count / 4 * 6)
        for pair in 0..<halved.count / 4 {
            let (from, to) = (pair * 4, pair * 6)
            output[to] = halved[from]
            output[to + 3] = halved[from + 1]
            output[to + 1] = halved[from + 2]
            output[to + 2] = halved[from + 3]
            output[to + 4] = halved[from + 2]
            output[to + 5] = halved[from + 3]
        }
        return output
    }

    private static func interleaved(_ planes: [UInt8], pixels: Int, width: Int) -> [UInt8] {
        var output = [UInt8](repeating: 0, count: planes.count)
        for plane in 0..<3 {
            for pixel in 0..<pixels {
                for byte in 0..<width {
                    output[(pixel * 3 + plane) * width + byte] =
                        planes[(plane * pixels + pixel) * width + byte]
                }
            }
        }
        return output
    }
}
