/// Where normal ends and each grade begins.
///
/// Men's and women's limits differ in the guidelines and our hearts have no sex, so these lie between the two.
/// Source unless said: Lang et al., chamber quantification, ASE/EACVI 2015, and its partition values of 2005.
public enum Grading {
    /// The left ventricle's inner diameter at end-diastole, centimeters: women above 5.2 to 6.2, men above 5.8 to 6.9.
    public static let leftVentricleDiameter = Steps(mild: 5.6, moderate: 6.1, severe: 6.6)
    /// The left atrium's diameter at end-systole, centimeters; men's partition values of 2005.
    public static let leftAtriumDiameter = Steps(mild: 4.1, moderate: 4.7, severe: 5.2)
    /// The right ventricle's basal diameter, centimeters; above 4.1 is wide, the half-centimeter steps are ours.
    public static let rightVentricleDiameter = Steps(mild: 4.1, moderate: 4.6, severe: 5.1)
    /// The right atrium's minor diameter, centimeters; above 4.4 is wide (ASE 2010), the steps are ours.
    public static let rightAtriumDiameter = Steps(mild: 4.4, moderate: 4.9, severe: 5.4)
    /// The mean wall thickness at end-diastole, centimeters; women's and men's partition values run to 1.5 and 1.6.
    public static let wallThickness = Steps(mild: 1.1, moderate: 1.3, severe: 1.6)
    /// The aortic root's diameter, centimeters: women above 3.6, men above 4.0; the steps are ours.
    public static let aorticRootDiameter = Steps(mild: 3.8, moderate: 4.1, severe: 4.4)
    /// The systolic pulmonary pressure, mmHg; ESC/ERS 2015 calls up to 35 usual, the steps are common practice.
    public static let pulmonaryPressure = Steps(mild: 36, moderate: 46, severe: 60)
    /// The echo-free space, centimeters: anything, 1 and 2 (ESC 2015 on pericardial diseases).
    public static let effusion = Steps(mild: 0.1, moderate: 1, severe: 2)
    /// The left ventricle's ejection fraction, percent: the lowest normal, mild and moderate one; men's values.
    public static let ejectionFraction = Floors(normal: 52, mild: 41, moderate: 30)
    /// The right ventricle's fractional area change, percent; 35 of 2015, 25 and 18 of 2005.
    public static let rightVentricleAreaChange = Floors(normal: 35, mild: 25, moderate: 18)

    /// Lower limits of three grades of something that grows with illness.
    public struct Steps: Sendable, Equatable {
        /// Below is normal.
        public let mild: Double
        /// The lowest moderate value.
        public let moderate: Double
        /// The lowest severe value.
        public let severe: Double

        /// The grade of a value in the steps' own unit.
        public func grade(_ value: Double) -> Severity {
            value < mild ? .normal : value < moderate ? .mild : value < severe ? .moderate : .severe
        }
    }

    /// Lower limits of three grades of something that shrinks with illness.
    public struct Floors: Sendable, Equatable {
        /// The lowest normal value.
        public let normal: Double
        /// The lowest mildly reduced value.
        public let mild: Double
        /// Below is severe.
        public let moderate: Double

        /// The grade of a value in the floors' own unit.
        public func grade(_ value: Double) -> Severity {
            value >= normal ? .normal : value >= mild ? .mild : value >= moderate ? .moderate : .severe
        }
    }
}
