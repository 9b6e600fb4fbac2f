/// DICOM's RLE (PS3.5 annex G), with every length checked.
enum RunLength {
    /// Decodes a frame to interleaved little-endian samples; `nil` where the bytes do not hold one.
    ///
    /// - Parameters:
    ///   - pixels: pixels in the frame.
    ///   - samples: samples a pixel.
    ///   - width: bytes a sample, 1 or 2.
    static func decode(_ bytes: [UInt8], pixels: Int, samples: Int, width: Int) -> [UInt8]? {
        let planes = samples * width
        guard bytes.count >= 64, number(bytes, 0) == planes else { return nil }
        var starts = (1...planes).map { number(bytes, 4 * $0) }
        starts.append(bytes.count)
        guard starts[0] >= 64, zip(starts, starts.dropFirst()).allSatisfy({ $0 < $1 }) else { return nil }
        var output = [UInt8](repeating: 0, count: pixels * planes)
        for plane in 0..<planes {
            // Planes come high byte first; samples leave low byte first.
            let offset = plane / width * width + (width - 1 - plane % width)
            guard
                unpack(
                    bytes[starts[plane]..<starts[plane + 1]], into: &output, from: offset, step: planes,
                    count: pixels)
            else { return nil }
        }
        return output
    }

    private static func number(_ bytes: [UInt8], _ place: Int) -> Int {
        bytes[place..<(place + 4)].reversed().reduce(0) { $0 << 8 | Int($1) }
    }

    /// Unpacks one plane's PackBits; false where they end before the plane is full.
    private static func unpack(
        _ packed: ArraySlice<UInt8>, into output: inout [UInt8], from offset: Int, step: Int, count: Int
    ) -> Bool {
        var place = packed.startIndex
        var written = 0
        var target = offset
        while written < count {
            guard place < packed.endIndex else { return false }
            let control = Int(packed[place])
            place += 1
            if control == 128 { continue }
            let isRun = control > 128
            let length = min(isRun ? 257 - control : control + 1, count - written)
            guard place + (isRun ? 1 : length) <= packed.endIndex else { return false }
            for position in 0..<length {
                output[target] = packed[isRun ? place : place + position]
                target += step
            }
            written += length
            place += isRun ? 1 : control + 1
        }
        return true
    }
}
