public import EchoCore

/// Versions of a frame for the shortcut check: with marks pasted around the sector, or with the sector covered.
public enum AlteredFrame {
    /// Pastes a name banner, an ECG-like trace and depth ticks outside the sector.
    ///
    /// The banner's marks are no letters, only patterns that are the same for the same character, so that equal
    /// names give equal pixels. Pixels within the sector stay as they are.
    ///
    /// - Parameters:
    ///   - sector: the smallest rectangle that holds the sector.
    ///   - name: what the banner says; made up.
    public static func pasted(_ frame: Frame, sector: PixelRect, name: String) -> Frame {
        var picture = PastedPicture(frame: frame, sector: sector)
        picture.banner(name)
        picture.trace(phase: frame.index)
        picture.ticks()
        return Frame(index: frame.index, time: frame.time, size: frame.size, pixels: picture.pixels)
    }

    /// Blackens the sector's rectangle, so that only what surrounds it is left.
    public static func sectorCovered(_ frame: Frame, sector: PixelRect) -> Frame {
        altered(frame) { column, row in sector.holds(column, row) }
    }

    /// Blackens everything outside the sector's rectangle.
    public static func surroundingsCovered(_ frame: Frame, sector: PixelRect) -> Frame {
        altered(frame) { column, row in !sector.holds(column, row) }
    }

    private static func altered(_ frame: Frame, isBlack: (Int, Int) -> Bool) -> Frame {
        var pixels = frame.pixels
        for row in 0..<frame.size.height {
            for column in 0..<frame.size.width where isBlack(column, row) {
                let place = (row * frame.size.width + column) * 3
                for channel in 0..<3 { pixels[place + channel] = 0 }
            }
        }
        return Frame(index: frame.index, time: frame.time, size: frame.size, pixels: pixels)
    }
}

extension PixelRect {
    /// Whether a pixel lies within.
    func holds(_ column: Int, _ row: Int) -> Bool {
        (minX...maxX).contains(column) && (minY...maxY).contains(row)
    }
}
