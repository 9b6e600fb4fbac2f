internal import EchoCore

extension PhantomClip {
    /// Which pixels are ultrasound: 1 inside the sector, 0 outside, row-major; shape `[height, width]`.
    ///
    /// - Complexity: O(pixels).
    public var sectorPixels: [UInt8] {
        var inside = [UInt8](repeating: 0, count: size.pixelCount)
        for place in converter.pixels { inside[Int(place)] = 1 }
        return inside
    }
}
