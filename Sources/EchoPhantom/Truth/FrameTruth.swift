/// What is true of one simulated picture.
public struct FrameTruth: Sendable, Equatable, Codable {
    /// Since the clip's start, milliseconds.
    public var time: Double
    /// Where in the beat, 0 (end-diastole) up to 1.
    public var phase: Double
    /// The left ventricle's cavity within this cut, square centimeters; 0 where the cut misses it.
    public var leftVentricleArea: Double
    /// The left ventricle's whole volume at this moment, milliliters.
    public var leftVentricleVolume: Double
    /// What lies in the cut at this moment, in the order of ``Structure``.
    public var structures: [Structure]

    /// Takes all of it.
    public init(
        time: Double, phase: Double, leftVentricleArea: Double, leftVentricleVolume: Double,
        structures: [Structure]
    ) {
        self.time = time
        self.phase = phase
        self.leftVentricleArea = leftVentricleArea
        self.leftVentricleVolume = leftVentricleVolume
        self.structures = structures
    }
}
