/// One patient's heart at one study; every view of the study is a cut through this one body.
///
/// Lengths are in centimeters, at end-diastole unless said.
public struct HeartAnatomy: Sendable, Equatable, Codable {
    /// Half the left ventricle's inner width at its widest, 1.7...3.8.
    public var leftVentricleRadius: Float = 2.35
    /// Apex to mitral ring, 7...11.
    public var leftVentricleLength: Float = 8.6
    /// The left ventricle's mean wall thickness, 0.6...2.0.
    public var wallThickness: Float = 0.95
    /// The share of the left ventricle's volume that a beat throws out, percent, 10...78.
    public var ejectionFraction: Float = 60
    /// Which walls move less.
    public var wallMotion = WallMotion.uniform
    /// Half the left atrium's greatest width, at end-systole, 1.4...3.4.
    public var leftAtriumRadius: Float = 1.9
    /// Half the right atrium's greatest width, at end-systole, 1.3...3.2.
    public var rightAtriumRadius: Float = 1.75
    /// Half the right ventricle's basal width, 0.9...2.9.
    public var rightVentricleRadius: Float = 1.35
    /// The right ventricle's fractional area change, percent, 10...55.
    public var rightVentricleAreaChange: Float = 42
    /// Half the aortic root's inner width, 1.2...2.3.
    public var aorticRootRadius: Float = 1.55
    /// The echo-free space around the heart at the posterior wall, 0...3; 0 for none.
    public var pericardialEffusion: Float = 0
    /// The pulmonary artery's systolic pressure, mmHg, 15...90.
    public var pulmonaryPressure: Float = 25
    /// Leak of the mitral valve.
    public var mitralRegurgitation = Severity.normal
    /// Leak of the tricuspid valve.
    public var tricuspidRegurgitation = Severity.normal
    /// Narrowing of the aortic valve: thick, bright, hardly opening cusps.
    public var aorticStenosis = Severity.normal
    /// What has been put in.
    public var devices = Devices()
    /// Beats a minute, 45...120.
    public var heartRate: Float = 70
    /// What makes this heart unlike others.
    public var shape = HeartShape()

    /// An average heart.
    public init() {}
}
