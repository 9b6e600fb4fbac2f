/// A rectangle of whole pixels, both corners included, as DICOM's region tags give it.
public struct PixelRect: Sendable, Hashable, Codable {
    /// First column.
    public let minX: Int
    /// First row.
    public let minY: Int
    /// Last column, included.
    public let maxX: Int
    /// Last row, included.
    public let maxY: Int

    /// Takes the corners as they are; ``fits(in:)`` says whether they make sense.
    public init(minX: Int, minY: Int, maxX: Int, maxY: Int) {
        self.minX = minX
        self.minY = minY
        self.maxX = maxX
        self.maxY = maxY
    }

    /// Whether the rectangle holds a pixel and lies wholly within a picture.
    public func fits(in size: PictureSize) -> Bool {
        minX >= 0 && minY >= 0 && minX <= maxX && minY <= maxY && maxX < size.width && maxY < size.height
    }
}
