/// A study's findings, as a perfect reader with a caliper would state them.
public struct StudyFindings: Sendable, Equatable, Codable {
    /// The left ventricle's ejection fraction by biplane volumes of the drawn geometry, percent, 0...100.
    public var ejectionFraction: Double
    /// The left ventricle's volume at end-diastole, milliliters.
    public var endDiastolicVolume: Double
    /// The left ventricle's volume at end-systole, milliliters.
    public var endSystolicVolume: Double
    /// The left ventricle's inner diameter at end-diastole, centimeters.
    public var leftVentricleDiameter: Double
    /// The mean wall thickness at end-diastole, centimeters.
    public var wallThickness: Double
    /// The systolic pulmonary pressure, mmHg.
    public var pulmonaryPressure: Double
    /// Beats a minute.
    public var heartRate: Double
    /// The left ventricle's size; grades follow the cut-offs that `Grading` names.
    public var leftVentricleDilation: Severity
    /// The left atrium's size.
    public var leftAtriumDilation: Severity
    /// The right ventricle's size.
    public var rightVentricleDilation: Severity
    /// The right atrium's size.
    public var rightAtriumDilation: Severity
    /// The left ventricle's wall thickness.
    public var hypertrophy: Severity
    /// The left ventricle's systolic function, `normal` for a good one.
    public var systolicDysfunction: Severity
    /// The right ventricle's systolic function, `normal` for a good one.
    public var rightVentricleDysfunction: Severity
    /// Which walls move less.
    public var wallMotion: WallMotion
    /// The pericardial effusion, `mild` for a small and `severe` for a large one.
    public var effusion: Severity
    /// The aortic root's width.
    public var aorticRootDilation: Severity
    /// Leak of the mitral valve.
    public var mitralRegurgitation: Severity
    /// Leak of the tricuspid valve.
    public var tricuspidRegurgitation: Severity
    /// Narrowing of the aortic valve.
    public var aorticStenosis: Severity
    /// What has been put in.
    public var devices: Devices

    /// Takes all of it.
    public init(
        ejectionFraction: Double, endDiastolicVolume: Double, endSystolicVolume: Double,
        leftVentricleDiameter: Double, wallThickness: Double, pulmonaryPressure: Double, heartRate: Double,
        leftVentricleDilation: Severity, leftAtriumDilation: Severity, rightVentricleDilation: Severity,
        rightAtriumDilation: Severity, hypertrophy: Severity, systolicDysfunction: Severity,
        rightVentricleDysfunction: Severity, wallMotion: WallMotion, effusion: Severity,
        aorticRootDilation: Severity, mitralRegurgitation: Severity, tricuspidRegurgitation: Severity,
        aorticStenosis: Severity, devices: Devices
    ) {
        self.ejectionFraction = ejectionFraction
        self.endDiastolicVolume = endDiastolicVolume
        self.endSystolicVolume = endSystolicVolume
        self.leftVentricleDiameter = leftVentricleDiameter
        self.wallThickness = wallThickness
        self.pulmonaryPressure = pulmonaryPressure
        self.heartRate = heartRate
        self.leftVentricleDilation = leftVentricleDilation
        self.leftAtriumDilation = leftAtriumDilation
        self.rightVentricleDilation = rightVentricleDilation
        self.rightAtriumDilation = rightAtriumDilation
        self.hypertrophy = hypertrophy
        self.systolicDysfunction = systolicDysfunction
        self.rightVentricleDysfunction = rightVentricleDysfunction
        self.wallMotion = wallMotion
        self.effusion = effusion
        self.aorticRootDilation = aorticRootDilation
        self.mitralRegurgitation = mitralRegurgitation
        self.tricuspidRegurgitation = tricuspidRegurgitation
        self.aorticStenosis = aorticStenosis
        self.devices = devices
    }
}
