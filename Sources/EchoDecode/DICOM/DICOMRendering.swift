internal import EchoCore

/// Makes 8-bit RGB from decoded samples; keeps the tables that a file's frames share.
struct DICOMRendering {
    private let header: DICOMItem
    private let format: DICOMPixelFormat
    private let colors = LuminanceChrominance()
    private var grayscale: DICOMGrayscale?
    private var palette: DICOMPalette?
    /// The container and precision that the tables were made for.
    private var madeFor: (bytes: Int, precision: Int?) = (0, nil)

    init(_ header: DICOMItem, format: DICOMPixelFormat) {
        self.header = header
        self.format = format
    }

    /// Shape `[height, width, 3]`.
    mutating func pixels(_ samples: DICOMSamples) throws(DecodeError) -> [UInt8] {
        if madeFor.bytes != samples.bytesPerSample || madeFor.precision != samples.precision {
            madeFor = (samples.bytesPerSample, samples.precision)
            grayscale = nil
            palette = nil
        }
        switch samples.settledModel {
        case .gray: return try gray(samples)
        case .palette: return try indexed(samples)
        case .rgb: return eightBits(samples)
        case .ybr:
            var converted = eightBits(samples)
            colors.convert(&converted)
            return converted
        }
    }

    private mutating func gray(_ samples: DICOMSamples) throws(DecodeError) -> [UInt8] {
        let made: DICOMGrayscale
        if let grayscale {
            made = grayscale
        } else {
            made = try DICOMGrayscale(
                header, format: format, bytesPerSample: samples.bytesPerSample, precision: samples.precision)
            grayscale = made
        }
        return Self.mapped(samples) { value in (made.table[value], made.table[value], made.table[value]) }
    }

    private mutating func indexed(_ samples: DICOMSamples) throws(DecodeError) -> [UInt8] {
        let made: DICOMPalette
        if let palette {
            made = palette
        } else {
            made = try DICOMPalette(
                header, format: format, bytesPerSample: samples.bytesPerSample, precision: samples.precision)
            palette = made
        }
        return Self.mapped(samples) { value in
            (made.table[value * 3], made.table[value * 3 + 1], made.table[value * 3 + 2])
        }
    }

    private static func mapped(_ samples: DICOMSamples, _ color: (Int) -> (UInt8, UInt8, UInt8)) -> [UInt8] {
        let pixels = samples.size.pixelCount
        let isWide = samples.bytesPerSample == 2
        return [UInt8](unsafeUninitializedCapacity: pixels * 3) { output, initialized in
            for pixel in 0..<pixels {
                let value =
                    isWide
                    ? Int(samples.bytes[2 * pixel]) | Int(samples.bytes[2 * pixel + 1]) << 8
                    : Int(samples.bytes[pixel])
                (output[3 * pixel], output[3 * pixel + 1], output[3 * pixel + 2]) = color(value)
            }
            initialized = pixels * 3
        }
    }

    /// Color samples scaled to 8 bits by their whole range.
    private func eightBits(_ samples: DICOMSamples) -> [UInt8] {
        let bits = min(format.bitsStored, samples.precision ?? 16)
        guard bits != 8 || samples.bytesPerSample != 1 else { return samples.bytes }
        let most = (1 << bits) - 1
        let step = samples.bytesPerSample
        return (0..<(samples.bytes.count / step)).map { sample in
            let high = step == 2 ? Int(samples.bytes[2 * sample + 1]) << 8 : 0
            let value = (Int(samples.bytes[step * sample]) | high) & most
            return UInt8((value * 510 + most) / (2 * most))
        }
    }
}
