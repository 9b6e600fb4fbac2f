/// A picture's extent in pixels.
public struct PictureSize: Sendable, Hashable, Codable, CustomStringConvertible {
    /// Columns, at least 1.
    public let width: Int
    /// Rows, at least 1.
    public let height: Int

    /// - Parameters:
    ///   - width: columns, at least 1.
    ///   - height: rows, at least 1.
    public init(width: Int, height: Int) {
        precondition(width > 0 && height > 0, "a picture of \(width)x\(height) has no pixels")
        self.width = width
        self.height = height
    }

    /// How many pixels there are.
    public var pixelCount: Int { width * height }

    /// As in `640x480`.
    public var description: String { "\(width)x\(height)" }
}
