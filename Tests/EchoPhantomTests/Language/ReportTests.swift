import EchoPhantom
import Testing

@Suite("Report") struct ReportTests {
    private static let studies = (0..<220).flatMap { PhantomPopulation(seed: 77).patient($0).studies }

    @Test("every claim of every sentence is true, in every style", arguments: WritingStyle.allCases)
    func tellsTheTruth(style: WritingStyle) {
        #expect(Self.studies.count >= 500)
        guard style.isForReports else { return }
        for study in Self.studies {
            for sentence in study.written(in: style).sentences {
                for claim in sentence.claims {
                    #expect(
                        claim.holds(in: study.truth.findings), "\(sentence.text) of \(study.truth.findings)")
                }
            }
        }
    }

    @Test("a claim that is not true does not hold")
    func findsLies() {
        let findings = StudyFindings(of: HeartAnatomy())
        #expect(!Claim(.ejectionFraction, value: 30).holds(in: findings))
        #expect(!Claim(.leftAtriumDilation, grade: .mild).holds(in: findings))
        #expect(!Claim(.pacemakerLead, present: true).holds(in: findings))
        #expect(!Claim(.mitralClips, value: 1).holds(in: findings))
        #expect(!Claim(.effusion, present: true).holds(in: findings))
        #expect(Claim(.effusion, present: false).holds(in: findings))
    }

    @Test("the report is its style's, and no study's style is the one kept out of training")
    func keepsStyle() {
        for study in Self.studies {
            #expect(study.written(in: study.style).text == study.report)
            #expect(study.written(in: study.style).sentences == study.sentences)
            #expect(!study.style.isHeldOut)
        }
        let used = Set(Self.studies.map(\.style))
        #expect(used == [.telegram, .prose, .dictation, .capitals, .fields])
    }

    @Test("each study says what matters: size, function, fluid, and every device that is there")
    func isComplete() {
        for study in Self.studies {
            let claims = Set(study.sentences.flatMap(\.claims).map(\.attribute))
            let needed: [Attribute] = [
                .leftVentricleDilation, .systolicDysfunction, .ejectionFraction, .hypertrophy,
                .leftAtriumDilation,
                .rightVentricleDilation, .rightAtriumDilation, .effusion, .mitralRegurgitation,
            ]
            for attribute in needed { #expect(claims.contains(attribute)) }
            let devices = study.truth.findings.devices
            #expect(claims.contains(.pacemakerLead) || !devices.hasPacemakerLead)
            #expect(claims.contains(.mitralClips) || devices.mitralClips == 0)
            #expect(claims.contains(.stentedValve) || devices.aorticValve != .stented)
            #expect(claims.contains(.surgicalValve) || devices.aorticValve != .surgical)
            #expect(claims.contains(.mitralRing) || !devices.hasMitralRing)
        }
    }

    @Test("each study has the usual sections, and every section of the lexicon is some study's")
    func hasSections() {
        let always: Set<String> = [
            "quality", "left-ventricle", "wall-motion", "right-ventricle", "atria", "mitral-valve",
            "tricuspid-valve", "pericardium", "aorta", "pulmonary-pressure",
        ]
        var seen: Set<String> = []
        for study in Self.studies {
            let sections = Set(study.sentences.map(\.section))
            seen.formUnion(sections)
            #expect(sections.isSuperset(of: always), "\(always.subtracting(sections)) is missing")
            let devices = study.truth.findings.devices
            let hasDevice =
                devices.hasPacemakerLead || devices.mitralClips > 0 || devices.aorticValve != .native
                || devices.hasMitralRing
            #expect(sections.contains("devices") || !hasDevice)
            #expect(sections.contains("aortic-valve") || devices.aorticValve != .native)
        }
        #expect(seen == always.union(["aortic-valve", "devices", "comparison"]))
    }

    @Test("only a study with one before it is compared, and every change is told")
    func compares() {
        for number in 0..<220 {
            for (place, study) in PhantomPopulation(seed: 77).patient(number).studies.enumerated() {
                let told = study.sentences.count { $0.section == "comparison" }
                #expect(told == (place == 0 ? 0 : max(1, study.truth.changes.count)))
            }
        }
    }

    @Test("the text holds its sentences in their order")
    func isInOrder() {
        for study in Self.studies {
            var rest = study.report[...]
            for sentence in study.sentences {
                guard let found = rest.firstRange(of: sentence.text) else {
                    Issue.record("\(sentence.text) is missing from the rest of its report.")
                    break
                }
                rest = rest[found.upperBound...]
            }
        }
    }

    @Test("reports differ: hardly one in a hundred is another's twin")
    func isVaried() {
        let texts = Self.studies.map(\.report)
        #expect(Double(Set(texts).count) > 0.99 * Double(texts.count))
        let sentences = Set(Self.studies.flatMap(\.sentences).map(\.text))
        #expect(sentences.count > 2_500)
    }
}
