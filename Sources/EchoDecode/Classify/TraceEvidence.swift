internal import EchoCore

/// Where a time trace runs: spectral Doppler or M-mode, scrolling or swept, beside a 2-D picture or alone.
///
/// Looks at a few rows of each of twelve horizontal bands, and keeps those of the last frame.
struct TraceEvidence {
    /// Bands from top to bottom.
    static let bandCount = 12
    private static let rowsPerBand = 4
    /// Least change of a pixel's luma that is no noise or compression, of 255.
    private static let leastChange = 16

    private let size: PictureSize
    private var last: [UInt8] = []
    private var bands: [TraceBand]
    /// The largest share of looked-at pixels that changed between two frames.
    private(set) var largestChange = 0.0

    init(size: PictureSize) {
        self.size = size
        bands = Array(repeating: TraceBand(width: size.width), count: Self.bandCount)
    }

    /// How many bands hold a running trace.
    var runningBands: Int { bands.count { $0.runs } }

    /// Compares a frame with the one before.
    mutating func add(_ frame: Frame) {
        let rows = sample(frame)
        defer { last = rows }
        guard !last.isEmpty else { return }
        var changed = 0
        let length = Self.rowsPerBand * size.width
        for band in bands.indices {
            let part = band * length..<(band + 1) * length
            let pair = FramePair(
                before: last[part], after: rows[part], width: size.width, leastChange: Self.leastChange)
            changed += pair.changed.count
            bands[band].add(pair)
        }
        largestChange = max(largestChange, Double(changed) / Double(rows.count))
    }

    /// The luma of the rows looked at: shape `[bandCount, rowsPerBand, width]`.
    private func sample(_ frame: Frame) -> [UInt8] {
        let count = Self.bandCount * Self.rowsPerBand
        var luma = [UInt8](repeating: 0, count: count * size.width)
        frame.pixels.withUnsafeBufferPointer { pixels in
            for row in 0..<count {
                let start = (2 * row + 1) * size.height / (2 * count) * size.width * 3
                for column in 0..<size.width {
                    let place = start + column * 3
                    let sum =
                        77 * Int(pixels[place]) + 150 * Int(pixels[place + 1]) + 29 * Int(pixels[place + 2])
                    luma[row * size.width + column] = UInt8(sum >> 8)
                }
            }
        }
        return luma
    }
}
