/// What makes one heart look unlike another of the same size: fixed for a patient, through all studies.
public struct HeartShape: Sendable, Equatable, Codable {
    /// Where the ventricle is widest, as a share of its length from the apex, 0.52...0.70.
    public var widestLevel: Float = 0.6
    /// How blunt the apex is, an exponent, 1.7...2.6.
    public var apexBluntness: Float = 2.1
    /// Low harmonics of the walls' outline, each a share of the radius, -0.06...0.06.
    public var outline: [Float] = []
    /// How far the basal septum bulges, in centimeters, -0.4...0.6.
    public var septalBulge: Float = 0
    /// The septum's thickness as a share of the mean wall's, 0.9...1.15.
    public var septalRatio: Float = 1
    /// The two papillary muscles' radii in centimeters, 0.25...0.75.
    public var papillaryRadius: Float = 0.5
    /// The papillary muscles' level, as a share of the length from the apex, 0.35...0.55.
    public var papillaryLevel: Float = 0.45
    /// The moderator band's level in the right ventricle, 0.45...0.7; `nil` where none is seen.
    public var moderatorBand: Float?
    /// How far the tricuspid ring sits towards the apex of the mitral ring, in centimeters, 0.2...0.8.
    public var tricuspidOffset: Float = 0.5
    /// The left atrium's length over its width, 0.75...1.2.
    public var leftAtriumElongation: Float = 1
    /// The right atrium's length over its width, 0.75...1.2.
    public var rightAtriumElongation: Float = 1
    /// The mitral leaflets' length as a share of usual, 0.8...1.15.
    public var leafletLength: Float = 1
    /// The leaflets' brightness as a share of usual, 0.7...1.4.
    public var leafletBrightness: Float = 1
    /// Fat and fibrous tissue around the heart, 0...1.
    public var pericardialFat: Float = 0.3
    /// Calcium in the mitral ring, 0...1.
    public var annularCalcium: Float = 0
    /// A bright string across the left ventricle, 0...1; looks like a lead and is none.
    public var falseTendon: Float = 0
    /// How far the heart lies turned against the usual axis, in radians, -0.25...0.25.
    public var axisTilt: Float = 0
    /// Where a lead runs, as shares: how far sideways, its thickness, its brightness.
    public var leadCourse: [Float] = [0, 0.5, 1]
    /// The tissue's brightness against usual, in decibels, -4...4.
    public var echogenicity: Float = 0
    /// How hard the patient is to image, 0 (clear) to 1 (haze, lung and ribs).
    public var haze: Float = 0.3
    /// What the speckle is made from; one heart, one texture.
    public var textureSeed: UInt64 = 0

    /// An average heart.
    public init() {}
}
