import EchoCore
internal import EchoReading
internal import EchoTesting
import Testing

@Suite("Report splitter") struct ReportSplitterTests {
    static func split(_ report: String) throws -> [ReportSentence] {
        ReportSplitter(try Support.english()).split(report)
    }

    static func lines(_ report: String) throws -> [String] {
        try split(report).map { "\($0.section ?? "-") | \($0.text)" }
    }

    @Test("cuts transcriptions whose line ends became commas")
    func cutsTranscriptions() throws {
        let report =
            "2-D STUDY: , ,1.  Left atrium measures 4.1 cm and is enlarged.,2.  Left ventricle of usual size."
            + ",3.  No effusion around the heart.,DOPPLER: , ,1.  Trace mitral and tricuspid leak.,"
        #expect(
            try Self.lines(report) == [
                "atria | Left atrium measures 4.1 cm and is enlarged.",
                "left-ventricle | Left ventricle of usual size.",
                "pericardium | No effusion around the heart.",
                "mitral-valve | Trace mitral and tricuspid leak.",
            ])
    }

    @Test("lets headings decide, until a blank line or the next one")
    func followsHeadings() throws {
        let report = """
            LEFT VENTRICLE: Usual size. Walls are thin.
            Mitral valve: mildly thick. RIGHT ATRIUM: Dilated.

            The aortic root is wide.
            WALL MOTION
            - Septum moves less.
            * All else moves well
            IMPRESSION: Wide ascending aorta
            """
        #expect(
            try Self.lines(report) == [
                "left-ventricle | Usual size.", "left-ventricle | Walls are thin.",
                "mitral-valve | mildly thick.", "atria | Dilated.", "aorta | The aortic root is wide.",
                "wall-motion | Septum moves less.", "wall-motion | All else moves well",
                "aorta | Wide ascending aorta",
            ])
        #expect(try Self.split(report)[3].standalone == "RIGHT ATRIUM: Dilated.")
        #expect(try Self.split(report)[4].standalone == "The aortic root is wide.")
    }

    @Test("takes no finding from what stands under an indication, a history or a procedure")
    func ignoresOtherHeadings() throws {
        let report = "REASON FOR STUDY: Suspected aortic stenosis.,FINDINGS:,1.  Aortic valve opens well."
        #expect(
            try Self.lines(report) == [
                "- | Suspected aortic stenosis.", "aortic-valve | Aortic valve opens well.",
            ])
        #expect(
            try Self.lines("Indications\nMitral leak?\n\nMitral valve is thin.").first == "- | Mitral leak?")
    }

    @Test("does not stop at abbreviations, decimals, initials or values after a colon")
    func keepsWhole() throws {
        let report =
            "The ejection fraction is approx. 55%. LVEF: 50-55% by eye. Root 3.5 cm. Area of 1.2 sq. cm seen. "
            + "Is there an effusion? E.g. none around the heart."
        #expect(
            try Self.lines(report) == [
                "left-ventricle | The ejection fraction is approx. 55%.",
                "left-ventricle | LVEF: 50-55% by eye.",
                "- | Root 3.5 cm.", "- | Area of 1.2 sq. cm seen.", "pericardium | Is there an effusion?",
                "- | E.g. none around the heart.",
            ])
    }

    @Test("cuts numbered lists on one line, with and without periods")
    func cutsInlineLists() throws {
        #expect(
            try Self.lines("1. Left ventricle is small 2. Mitral valve leaks. 3) Grade 2. TR is mild") == [
                "left-ventricle | Left ventricle is small", "mitral-valve | Mitral valve leaks.",
                "- | Grade 2.", "tricuspid-valve | TR is mild",
            ])
    }

    @Test("assigns by the longest phrase, then the most words, then the first named")
    func assigns() throws {
        let sentences = [
            "Left ventricular wall motion is even.": "wall-motion",
            "Right ventricular systolic pressure is raised.": "pulmonary-pressure",
            "A pacemaker lead in the right ventricle is seen.": "devices",
            "Bioprosthetic aortic valve is well seated.": "devices",
            "Pulmonary valve opens well.": "pulmonic-valve",
            "Image quality is fair.": "quality",
            "No significant change from the prior study.": "comparison",
            "Both atria are large.": "atria",
        ]
        for (text, section) in sentences { #expect(try Self.split(text).map(\.section) == [section]) }
        #expect(try Self.split("The weather is fine.").map(\.section) == [nil])
    }

    @Test("loses no word and repeats itself exactly", arguments: UInt64(0)..<60)
    func losesNothing(seed: UInt64) throws {
        var random = SplitMix64(seed: seed)
        let pool = [
            "Left", "ventricle", "normal.", "approx.", "3.5", "cm.", "EF", "55%", "mitral", "valve", "is",
            "thick.", "Effusion?", "none;", "aorta", "wide.", "mild",
        ]
        let words = (0..<40).compactMap { _ in pool.randomElement(using: &random) }
        let report = words.joined(separator: " ")
        let sentences = try Self.split(report)
        #expect(sentences == (try Self.split(report)))
        let kept = sentences.flatMap { $0.text.split(separator: " ").map(String.init) }
        let dropped = words.count - kept.count
        #expect(dropped <= words.count { ["3.5", "55%"].contains($0) })
        #expect(
            kept.count { $0.contains(where: \.isLetter) } == words.count { $0.contains(where: \.isLetter) })
        #expect(sentences.map(\.ordinal) == Array(sentences.indices))
    }

    @Test(
        "takes any text without a crash",
        arguments: ["", " ", ",,,", "1.", ":", "::: 1. ,2.", "\r\n\r\n", "•", "a."])
    func takesAnything(text: String) throws {
        #expect(try Self.split(text).count <= 1)
    }
}
