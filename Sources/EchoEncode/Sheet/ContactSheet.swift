public import EchoCore

/// Frames of a clip side by side, with the mask drawn, for a person to check.
public struct ContactSheet: Sendable {
    /// The sheet's extent.
    public let size: PictureSize
    /// 8-bit RGB, interleaved, row-major: shape `[height, width, 3]`.
    public let pixels: [UInt8]

    /// The outline's color, one that no scanner's tissue has: magenta.
    public static let outline: [UInt8] = [255, 0, 255]
    /// What is left of the light outside the mask: a third, so that what is left out can still be read.
    public static let dimming = 3
    /// Pixels between neighboring frames.
    public static let gap = 4

    /// Lays the frames out in rows, left to right, the last row padded with black.
    ///
    /// - Parameters:
    ///   - frames: at least one, all of one extent.
    ///   - mask: of the same extent; outside is dimmed, its border is drawn just inside; `nil` draws neither.
    ///   - columns: frames in a row, at least 1; `nil` takes the smallest square that holds all.
    public init(frames: [Frame], mask: SectorMask?, columns: Int? = nil) {
        precondition(!frames.isEmpty, "a sheet of no frames")
        let cell = frames[0].size
        let across = columns ?? Self.squareSide(frames.count)
        precondition(across > 0, "a sheet of \(across) columns")
        let used = min(across, frames.count)
        let rows = (frames.count + used - 1) / used
        size = PictureSize(
            width: used * (cell.width + Self.gap) - Self.gap,
            height: rows * (cell.height + Self.gap) - Self.gap)
        var sheet = [UInt8](repeating: 0, count: size.pixelCount * 3)
        for (place, frame) in frames.enumerated() {
            precondition(frame.size == cell, "a frame of \(frame.size) among ones of \(cell)")
            let shown = mask.map { Self.drawn(frame, $0) } ?? frame.pixels
            let left = (place % used) * (cell.width + Self.gap)
            let top = (place / used) * (cell.height + Self.gap)
            for row in 0..<cell.height {
                let target = ((top + row) * size.width + left) * 3
                let source = row * cell.width * 3
                sheet.replaceSubrange(
                    target..<target + cell.width * 3, with: shown[source..<source + cell.width * 3])
            }
        }
        pixels = sheet
    }

    private static func squareSide(_ count: Int) -> Int {
        var side = 1
        while side * side < count { side += 1 }
        return side
    }

    private static func drawn(_ frame: Frame, _ mask: SectorMask) -> [UInt8] {
        precondition(mask.size == frame.size, "a mask of \(mask.size) on a frame of \(frame.size)")
        var pixels = frame.pixels
        for row in 0..<frame.size.height {
            for column in 0..<frame.size.width {
                let place = row * frame.size.width + column
                if mask.pixels[place] == 0 {
                    for channel in 0..<3 { pixels[place * 3 + channel] /= UInt8(dimming) }
                } else if mask.isBorder(row: row, column: column) {
                    for channel in 0..<3 { pixels[place * 3 + channel] = outline[channel] }
                }
            }
        }
        return pixels
    }
}
