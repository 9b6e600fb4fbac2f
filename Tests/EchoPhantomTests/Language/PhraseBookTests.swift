import EchoPhantom
import Testing

@Suite("Phrase book") struct PhraseBookTests {
    private static let sample = (0..<20_000).map { PhraseBook().sample(seed: UInt64($0)) }

    private static let claims: [Claim] = {
        let graded: [Attribute] = [
            .systolicDysfunction, .leftVentricleDilation, .hypertrophy, .rightVentricleDilation,
            .rightVentricleDysfunction, .leftAtriumDilation, .rightAtriumDilation, .mitralRegurgitation,
            .aorticStenosis, .tricuspidRegurgitation, .effusion, .aorticRootDilation, .pulmonaryPressure,
        ]
        let devices: [Attribute] = [.pacemakerLead, .mitralClips, .stentedValve, .surgicalValve, .mitralRing]
        return graded.flatMap { attribute in Severity.allCases.map { Claim(attribute, grade: $0) } }
            + devices.flatMap { [Claim($0, present: true), Claim($0, present: false)] }
            + [Claim(.ejectionFraction, value: 35), Claim(.pulmonaryPressure, value: 45)]
            + [Claim(.mitralClips, value: 1), Claim(.mitralClips, value: 2)]
            + [.wallMotionUniform, .wallMotionAnterior, .wallMotionInferior, .wallMotionApical].map {
                Claim($0, present: true)
            } + [Claim(.leftVentricleDiameter, value: 5.8), Claim(.wallThickness, value: 1.4)]
    }()

    @Test("makes every claim in at least twelve ways, each time with that claim", arguments: claims)
    func hasManyWays(claim: Claim) {
        let phrases = PhraseBook().phrases(for: claim, count: 60, seed: 9)
        #expect(Set(phrases.map { $0.text.lowercased() }).count >= 12)
        #expect(phrases.allSatisfy { $0.claims.contains(claim) && !$0.text.isEmpty })
    }

    @Test("is a pure function of the seed")
    func isPure() {
        #expect(PhraseBook().sample(seed: 5) == Self.sample[5])
        let claim = Claim(.effusion, grade: .severe)
        #expect(
            PhraseBook().phrases(for: claim, count: 20, seed: 1)
                == PhraseBook().phrases(for: claim, count: 20, seed: 1))
    }

    @Test("says nothing of what nobody can claim")
    func isSilent() {
        #expect(PhraseBook().phrases(for: Claim(.ejectionFraction, present: true), count: 5, seed: 1).isEmpty)
    }

    @Test("holds thousands of different phrases, each with a claim")
    func isRich() {
        #expect(Set(Self.sample.map { $0.text.lowercased() }).count > 8_000)
        #expect(Self.sample.allSatisfy { !$0.claims.isEmpty })
    }

    @Test("never says in training what the style kept out says")
    func keepsStyleOut() {
        #expect(WritingStyle.allCases.last?.isHeldOut == true)
        #expect(!PhraseBook().styles.contains { $0.isHeldOut })
        let trained = Set(Self.sample.map { $0.text.lowercased() })
        let kept = Set((0..<4_000).map { PhraseBook(styles: [.letter]).sample(seed: $0).text.lowercased() })
        #expect(kept.count > 500)
        #expect(trained.isDisjoint(with: kept))
    }

    @Test(
        "knows the words that clinicians type",
        arguments: [
            "MitraClip", "TAVR", "TAVI", "pacer wire", "ICD lead", "PASP", "RVSP", "LVH",
            "severely dilated left ventricle",
            "no effusion", "LVEF 35%", "two MitraClips", "2 clips", "swinging heart", "edge-to-edge repair",
        ])
    func knowsWords(words: String) {
        #expect(Self.sample.contains { $0.text.lowercased().contains(words.lowercased()) })
    }

    @Test("no phrase claims two values of one attribute")
    func isConsistent() {
        for phrase in Self.sample {
            let grades = phrase.claims.filter { $0.grade != nil }.map(\.attribute)
            #expect(Set(grades).count == grades.count, "\(phrase.text)")
        }
    }

    @Test("no slot or bracket is left open, and no space doubled")
    func isClean() {
        for phrase in Self.sample {
            #expect(!phrase.text.contains { "[]{}|".contains($0) } && !phrase.text.contains("  "))
            #expect(phrase.text.first?.isWhitespace == false && !phrase.text.contains(" ."))
        }
    }
}
