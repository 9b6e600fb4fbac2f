import EchoPhantom
import Testing

@Suite("Population") struct PopulationTests {
    /// Two thousand patients of a seed that nothing was tuned on.
    static let patients = (0..<2_000).map { PhantomPopulation(seed: 41).patient($0) }
    static let findings = patients.flatMap(\.studies).map(\.truth.findings)

    @Test("a patient is a pure function of seed and number", arguments: [0, 7, 999_999])
    func isPure(number: Int) {
        let first = PhantomPopulation(seed: 5).patient(number)
        #expect(PhantomPopulation(seed: 5).patient(number) == first)
        let other = PhantomPopulation(seed: 6).patient(number)
        #expect(other.studies[0].anatomy.shape != first.studies[0].anatomy.shape)
    }

    @Test("how many studies are asked for changes no heart", arguments: 0..<20)
    func isSteady(number: Int) {
        let one = PhantomPopulation(seed: 5, studies: 1...1).patient(number).studies
        let four = PhantomPopulation(seed: 5, studies: 4...4).patient(number).studies
        #expect(one.count == 1 && four.count == 4)
        #expect(one[0].anatomy == four[0].anatomy)
        #expect(one[0].truth == four[0].truth)
    }

    @Test("identifiers and UIDs are each used once, and UIDs are well formed")
    func areUnique() {
        let studies = Self.patients.flatMap(\.studies)
        #expect(Set(Self.patients.map(\.identifier)).count == Self.patients.count)
        let uids = studies.map(\.truth.studyInstanceUID)
        #expect(Set(uids).count == studies.count)
        #expect(uids.allSatisfy { $0.hasPrefix("2.25.") && $0.count <= 64 && $0.dropFirst(5).first != "0" })
    }

    @Test("each of a patient's identifiers has six digits", arguments: [0, 12, 999_999])
    func hasSixDigits(number: Int) {
        let digits = PhantomPopulation(seed: 3).patient(number).identifier.dropFirst("PHANTOM-".count)
        #expect(digits.count == 6 && Int(digits) != nil)
    }

    @Test(
        "every grade of every chamber is common enough to learn and to measure",
        arguments: [
            .leftVentricleDilation, .leftAtriumDilation, .rightVentricleDilation, .rightAtriumDilation,
            .hypertrophy, .systolicDysfunction,
        ] as [Attribute])
    func hasEveryGrade(of attribute: Attribute) {
        for grade in Severity.allCases {
            let share = Self.share { attribute.grade(in: $0) == grade }
            #expect(grade == .normal ? (0.3...0.75).contains(share) : (0.075...0.36).contains(share))
        }
    }

    @Test(
        "devices, fluid and lame walls are as common as agreed",
        arguments: zip(
            ["lead", "clip", "stented", "surgical", "ring", "effusion", "walls"],
            [
                0.20...0.29, 0.11...0.18, 0.10...0.16, 0.035...0.07, 0.03...0.065, 0.17...0.26, 0.15...0.25,
            ] as [ClosedRange<Double>]))
    func hasFindings(named name: String, within band: ClosedRange<Double>) throws {
        let holds: [String: (StudyFindings) -> Bool] = [
            "lead": { $0.devices.hasPacemakerLead }, "clip": { $0.devices.mitralClips > 0 },
            "stented": { $0.devices.aorticValve == .stented },
            "surgical": { $0.devices.aorticValve == .surgical }, "ring": { $0.devices.hasMitralRing },
            "effusion": { $0.effusion > .normal }, "walls": { $0.wallMotion != .uniform },
        ]
        #expect(band.contains(Self.share(try #require(holds[name]))))
    }

    static func share(_ holds: (StudyFindings) -> Bool) -> Double {
        Double(findings.filter(holds).count) / Double(findings.count)
    }
}
