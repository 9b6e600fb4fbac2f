/// How one clip was taken: the scanner's settings, and what the operator and the patient's chest made of it.
public struct Acquisition: Sendable, Equatable {
    /// Centimeters from the probe to the sector's bottom.
    public var depth: Float = 16
    /// Half the sector's angle, radians.
    public var halfAngle: Float = 0.7
    /// Decibels on all echoes.
    public var gain: Float = 0
    /// Decibels from black to white.
    public var dynamicRange: Float = 50
    /// The gray curve's bend, an exponent.
    public var gamma: Float = 1.2
    /// Pictures a second.
    public var frameRate: Float = 40
    /// Where in the beat the clip starts, 0..<1.
    public var startPhase: Float = 0
    /// How many beats the clip shows.
    public var beats: Float = 1
    /// Turn of the picture within its plane, radians.
    public var tilt: Float = 0
    /// Turn of the plane about the probe's axis, radians.
    public var rotation: Float = 0
    /// Lean of the plane for views that are not apical, radians.
    public var swing: Float = 0
    /// How far an apical plane misses the apex, centimeters.
    public var foreshortening: Float = 0
    /// How far other planes lie beside the ideal one, centimeters.
    public var offPlane: Float = 0
    /// The heart's shift to the right of the picture, centimeters.
    public var shift: Float = 0
    /// The heart's shift down the picture, centimeters.
    public var lift: Float = 0
    /// What lies between probe and heart, centimeters.
    public var standOff: Float = 2
    /// Width of the beam, as a share of usual.
    public var lateralWidth: Float = 1.1
    /// Length of the pulse, as a share of usual.
    public var axialWidth: Float = 1.2
    /// Half the slice's thickness, centimeters.
    public var sliceWidth: Float = 0.3
    /// Clutter near the probe, as a share of usual.
    public var nearClutter: Float = 0.6
    /// Decibels of electronic noise.
    public var noise: Float = -60
    /// Side lobes, as a share of the echo.
    public var sideLobes: Float = 0.06
    /// How uneven the beams are, decibels.
    public var beamUnevenness: Float = 1.5
    /// What the apex loses, decibels.
    public var apexLoss: Float = 3
    /// How much of the sector a rib hides, 0...0.3.
    public var ribShadow: Float = 0
    /// Which side the rib is on, -1 or 1.
    public var ribSide: Float = 1
    /// How much lung lies over the left of the picture, 0...1.
    public var lungLeft: Float = 0.3
    /// How much lung lies over the right of the picture, 0...1.
    public var lungRight: Float = 0.3
    /// How strongly layers near the probe repeat, 0...1.
    public var reverberation: Float = 0.2
    /// Veil over the picture, 0...1.
    public var haze: Float = 0.3
    /// How fast speckle changes by itself, 0...1.
    public var decorrelation: Float = 0.4
    /// How bright a device is in this clip, as a share of usual.
    public var deviceVisibility: Float = 1
    /// What the rest is drawn from.
    public var seed: UInt64 = 0

    /// Good settings.
    public init() {}

    /// 0 (hardly anything) to 1 (a clean window).
    var quality: Double {
        let veil = 0.35 * haze + 0.25 * (lungLeft + lungRight) / 2 + 0.9 * ribShadow
        let loss = 0.02 * apexLoss + 0.03 * beamUnevenness + 0.015 * max(noise + dynamicRange + gain, 0)
        return Double(min(max(1.08 - veil - loss, 0), 1))
    }
}
