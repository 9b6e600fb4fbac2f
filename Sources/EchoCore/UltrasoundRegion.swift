/// One item of DICOM's `SequenceOfUltrasoundRegions` (0018,6011).
public struct UltrasoundRegion: Sendable, Equatable, Codable {
    /// Where it lies, as the tags say; it may not fit the picture.
    public let bounds: PixelRect
    /// `RegionSpatialFormat`: 1 is 2-D, 2 M-mode, 3 spectral, 4 waveform, 5 graphics.
    public let spatialFormat: Int
    /// `RegionDataType`: 1 is tissue, 2 color flow, 3 PW, 4 CW, … (PS3.3 C.8.5.5.1.2).
    public let dataType: Int
    /// `PhysicalDeltaX` where `PhysicalUnitsXDirection` says centimeters: cm per pixel, above 0.
    public let centimetersPerPixelX: Double?
    /// `PhysicalDeltaY` where `PhysicalUnitsYDirection` says centimeters: cm per pixel, above 0.
    public let centimetersPerPixelY: Double?

    /// Takes the tags' values as they are.
    public init(
        bounds: PixelRect, spatialFormat: Int, dataType: Int, centimetersPerPixelX: Double? = nil,
        centimetersPerPixelY: Double? = nil
    ) {
        self.bounds = bounds
        self.spatialFormat = spatialFormat
        self.dataType = dataType
        self.centimetersPerPixelX = centimetersPerPixelX
        self.centimetersPerPixelY = centimetersPerPixelY
    }
}
