import EchoCore
internal import EchoReading
internal import EchoTesting
import Testing

@Suite("Numbers of other patients") struct NumberMaskTests {
    static let hole = NumberMask.placeholder

    @Test(
        "are replaced with their units, ranges and words",
        arguments: [
            ("LVEF is 50-55%.", "LVEF is #.", 1),
            ("The root measures 3.5 cm.", "The root measures #.", 1),
            ("Septum of 1.2 cm and wall of 11mm.", "Septum of # and wall of #.", 2),
            ("Gradient 34 to 36 mm Hg, area 1.3 cm².", "Gradient #, area #.", 2),
            ("EF55% and RVSP>60mmHg", "EF# and RVSP>#", 2),
            ("Two clips on the leaflets.", "# clips on the leaflets.", 1),
            ("Ejection fraction fifty-five percent.", "Ejection fraction #.", 1),
            ("Grade II diastolic dysfunction, class III.", "Grade # diastolic dysfunction, class #.", 2),
            ("Regurgitation is 3+.", "Regurgitation is #.", 1),
            ("Peak 4.6 m/sec on 03/04/2019.", "Peak # on #.", 2),
            ("Effusion of ½ cm, lead on the 2nd beat.", "Effusion of #, lead on the # beat.", 2),
            ("Volume 55 ± 3 mL/m2 (indexed).", "Volume # (indexed).", 1),
            ("A 0.6 x 8 mm mass.", "A # mass.", 1),
            ("Area 1,5 cm by planimetry.", "Area # by planimetry.", 1),
            ("Two-dimensional A4C view, 2D only.", "Two-dimensional A4C view, 2D only.", 0),
            ("The mitral valve is thick.", "The mitral valve is thick.", 0),
            ("It ivy vixen and I see.", "It ivy vixen and I see.", 0),
            ("", "", 0),
        ])
    func areReplaced(text: String, expected: String, count: Int) throws {
        let mask = NumberMask(try Support.english().numbers)
        let found = mask.applied(to: text)
        #expect(found.text == expected.replacing("#", with: Self.hole))
        #expect(found.count == count)
    }

    @Test("leave no digit behind, whatever the text", arguments: UInt64(0)..<300)
    func leaveNoDigit(seed: UInt64) throws {
        var random = SplitMix64(seed: seed)
        let mask = NumberMask(try Support.english().numbers)
        let pieces = [
            "1", "23", "4.5", "½", "٣", "²", "%", " ", " ", "-", "–", "to", "x", "cm", "mmHg", ".", ",", "/",
            "EF", "grade", "IV", "two", "fifty", "S", "+", "<", "mild", "(", "\n", "é",
        ]
        let text = (0..<Int.random(in: 0...40, using: &random))
            .compactMap { _ in pieces.randomElement(using: &random) }.joined()
        let found = mask.applied(to: text)
        let rest = found.text.replacing(Self.hole, with: "")
        #expect(rest.allSatisfy { !$0.isNumber })
        #expect(mask.applied(to: found.text).text == found.text)
    }
}
