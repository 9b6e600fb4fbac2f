internal import EchoCore

/// What of a clip's pictures is covered, for the check whether the surroundings answer for the heart.
public enum Covering: String, Sendable, Codable, CaseIterable {
    /// Nothing: pictures as a scanner shows them.
    case none
    /// All outside the sector: text, marks, ECG and name.
    case surroundings
    /// The sector, so that only what stands around it is left.
    case sector
}

extension Covering {
    /// The gray of the line that is left around covered pictures, of 255.
    ///
    /// A clip with nothing lit around its sector counts as one that came masked, and is shown whole. The line is
    /// the same in every picture and tells nothing; but with it the sector is found as in the pictures as they
    /// are, so that the check compares what stands around the sector, and not two ways to find it.
    private static let lineGray: UInt8 = 48

    /// Blackens what is to be covered.
    ///
    /// - Parameters:
    ///   - canvas: the picture.
    ///   - sector: the sector's pixels, ascending, as `row × width + column`.
    func cover(_ canvas: inout Canvas, sector: [Int32]) {
        switch self {
        case .none: return
        case .sector:
            for place in sector { Self.fill(Int(place), with: 0, &canvas) }
        case .surroundings:
            var next = 0
            for place in 0..<canvas.size.pixelCount {
                if next < sector.count, Int(sector[next]) == place {
                    next += 1
                } else {
                    Self.fill(place, with: Self.isAtBorder(place, canvas.size) ? Self.lineGray : 0, &canvas)
                }
            }
        }
    }

    private static func fill(_ place: Int, with gray: UInt8, _ canvas: inout Canvas) {
        for channel in 0..<3 { canvas.pixels[place * 3 + channel] = gray }
    }

    private static func isAtBorder(_ place: Int, _ size: PictureSize) -> Bool {
        let (row, column) = (place / size.width, place % size.width)
        return row == 0 || row == size.height - 1 || column == 0 || column == size.width - 1
    }
}
