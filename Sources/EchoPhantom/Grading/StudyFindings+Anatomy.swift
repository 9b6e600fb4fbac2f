extension StudyFindings {
    /// Measures and grades a heart.
    ///
    /// Numbers are kept to a tenth, as a report would; grades come from the rounded numbers, so that no report
    /// contradicts itself.
    public init(of heart: HeartAnatomy) {
        let volumes = VentricleVolumes(heart)
        let ejected = Self.tenth(volumes.ejectionFraction)
        let diameter = Self.tenth(2 * Double(heart.leftVentricleRadius))
        let wall = Self.tenth(Double(heart.wallThickness))
        self.init(
            ejectionFraction: ejected,
            endDiastolicVolume: Self.tenth(volumes.endDiastolic),
            endSystolicVolume: Self.tenth(volumes.endSystolic),
            leftVentricleDiameter: diameter, wallThickness: wall,
            pulmonaryPressure: Double(heart.pulmonaryPressure).rounded(),
            heartRate: Double(heart.heartRate).rounded(),
            leftVentricleDilation: Grading.leftVentricleDiameter.grade(diameter),
            leftAtriumDilation: Grading.leftAtriumDiameter.grade(2 * Double(heart.leftAtriumRadius)),
            rightVentricleDilation: Grading.rightVentricleDiameter.grade(
                2 * Double(heart.rightVentricleRadius)),
            rightAtriumDilation: Grading.rightAtriumDiameter.grade(2 * Double(heart.rightAtriumRadius)),
            hypertrophy: Grading.wallThickness.grade(wall),
            systolicDysfunction: Grading.ejectionFraction.grade(ejected.rounded()),
            rightVentricleDysfunction: Grading.rightVentricleAreaChange.grade(
                Double(heart.rightVentricleAreaChange)),
            wallMotion: heart.wallMotion,
            effusion: Grading.effusion.grade(Double(heart.pericardialEffusion)),
            aorticRootDilation: Grading.aorticRootDiameter.grade(2 * Double(heart.aorticRootRadius)),
            mitralRegurgitation: heart.mitralRegurgitation,
            tricuspidRegurgitation: heart.tricuspidRegurgitation,
            aorticStenosis: heart.aorticStenosis, devices: heart.devices)
    }

    private static func tenth(_ value: Double) -> Double { (value * 10).rounded() / 10 }
}
