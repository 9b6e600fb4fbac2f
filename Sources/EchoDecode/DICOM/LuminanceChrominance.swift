/// YCbCr to RGB by ITU-R BT.601 at full range, as DICOM's YBR_FULL and JFIF define it (PS3.3 C.7.6.3.1.2).
///
/// Red and blue are rounded exactly, halves up, as pydicom does; green is summed in 20-bit fixed point.
struct LuminanceChrominance {
    private let red: [Int32]
    private let blue: [Int32]
    private let greenCb: [Int32]
    private let greenCr: [Int32]

    init() {
        let levels = (0..<256).map { $0 - 128 }
        red = levels.map { Int32(Self.floorDivide(1402 * $0 + 500, 1000)) }
        blue = levels.map { Int32(Self.floorDivide(1772 * $0 + 500, 1000)) }
        let unit = Double(1 << 20)
        greenCb = levels.map { Int32((-0.114 * 1.772 / 0.587 * Double($0) * unit).rounded()) }
        greenCr = levels.map { Int32((-0.299 * 1.402 / 0.587 * Double($0) * unit).rounded()) + (1 << 19) }
    }

    private static func floorDivide(_ dividend: Int, _ divisor: Int) -> Int {
        Int((Double(dividend) / Double(divisor)).rounded(.down))
    }

    /// Converts interleaved pixels in place.
    func convert(_ pixels: inout [UInt8]) {
        pixels.withUnsafeMutableBufferPointer { buffer in
            for place in stride(from: 0, to: buffer.count - 2, by: 3) {
                let luminance = Int32(buffer[place])
                let (cb, cr) = (Int(buffer[place + 1]), Int(buffer[place + 2]))
                let green = luminance + ((greenCb[cb] + greenCr[cr]) >> 20)
                buffer[place] = UInt8(min(max(luminance + red[cr], 0), 255))
                buffer[place + 1] = UInt8(min(max(green, 0), 255))
                buffer[place + 2] = UInt8(min(max(luminance + blue[cb], 0), 255))
            }
        }
    }
}
