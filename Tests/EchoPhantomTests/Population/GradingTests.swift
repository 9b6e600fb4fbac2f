import EchoPhantom
import Testing

@Suite("Grading") struct GradingTests {
    @Test(
        "an ejection fraction's grade changes at 52, 41 and 30",
        arguments: zip(
            [52, 51.9, 41, 40.9, 30, 29.9],
            [.normal, .mild, .mild, .moderate, .moderate, .severe] as [Severity]))
    func gradesFunction(value: Double, grade: Severity) {
        #expect(Grading.ejectionFraction.grade(value) == grade)
    }

    @Test(
        "a fluid's grade changes at 0.1, 1 and 2 cm",
        arguments: zip([0, 0.3, 1, 2], [.normal, .mild, .moderate, .severe] as [Severity]))
    func gradesFluid(width: Double, grade: Severity) {
        #expect(Grading.effusion.grade(width) == grade)
    }

    @Test("an average heart is normal in every respect")
    func findsNothing() {
        let findings = StudyFindings(of: HeartAnatomy())
        #expect(abs(findings.ejectionFraction - 60) < 1 && (100...150).contains(findings.endDiastolicVolume))
        let grades = [
            findings.leftVentricleDilation, findings.leftAtriumDilation, findings.rightVentricleDilation,
            findings.rightAtriumDilation, findings.hypertrophy, findings.systolicDysfunction,
            findings.rightVentricleDysfunction, findings.effusion, findings.aorticRootDilation,
        ]
        #expect(grades.allSatisfy { $0 == .normal })
    }

    @Test("a wide, weak, thick, wet heart is severe in every respect")
    func findsAll() {
        var heart = HeartAnatomy()
        heart.leftVentricleRadius = 3.5
        heart.leftAtriumRadius = 3
        heart.rightVentricleRadius = 2.8
        heart.rightAtriumRadius = 3
        heart.wallThickness = 1.8
        heart.ejectionFraction = 20
        heart.rightVentricleAreaChange = 12
        heart.pericardialEffusion = 2.5
        heart.aorticRootRadius = 2.3
        let findings = StudyFindings(of: heart)
        let grades = [
            findings.leftVentricleDilation, findings.leftAtriumDilation, findings.rightVentricleDilation,
            findings.rightAtriumDilation, findings.hypertrophy, findings.systolicDysfunction,
            findings.rightVentricleDysfunction, findings.effusion, findings.aorticRootDilation,
        ]
        #expect(grades.allSatisfy { $0 == .severe })
    }
}
