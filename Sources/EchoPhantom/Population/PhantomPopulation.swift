/// Made-up patients without end; each is a pure function of the population's seed and the patient's number.
public struct PhantomPopulation: Sendable {
    /// What makes this population another than those of other seeds.
    public let seed: UInt64
    /// How many studies a patient has.
    public let studies: ClosedRange<Int>
    /// The share of later studies that another laboratory made.
    private static let otherSiteShare: Float = 0.12

    /// - Parameter studies: from at least 1.
    public init(seed: UInt64, studies: ClosedRange<Int> = 1...4) {
        precondition(
            studies.lowerBound >= 1, "A patient has \(studies.lowerBound) studies, at least 1 is expected.")
        self.seed = seed
        self.studies = studies
    }

    /// One patient with all studies.
    ///
    /// The heart does not depend on the range of studies; the number of them does.
    ///
    /// - Parameter number: 0..<1,000,000, so that no two identifiers of a population are equal.
    public func patient(_ number: Int) -> PhantomPatient {
        precondition(
            (0..<Self.largest).contains(number),
            "Patient \(number) is asked for, 0..<\(Self.largest) is expected.")
        let identifier = identifier(number)
        var calendar = stream(.calendar, number)
        let count = calendar.integer(studies)
        var events = stream(.course, number)
        let course = Course(of: heart(number), count: count, calendar: &calendar, events: &events) {
            stream(.drift, number, $0)
        }
        let sites = sites(number, count: count)
        var prior: StudyFindings?
        let studies = course.visits.enumerated().map { place, visit in
            var random = stream(.study, number, place)
            let truth = StudyTruth(
                patient: identifier, study: "\(identifier)-\(place + 1)",
                studyInstanceUID: random.uid(), date: visit.day.text, site: sites[place].rawValue,
                findings: visit.findings, changes: visit.changes)
            defer { prior = truth.findings }
            return PhantomStudy(truth: truth, anatomy: visit.heart, seed: random.next(), prior: prior)
        }
        return PhantomPatient(identifier: identifier, studies: studies)
    }

    private func heart(_ number: Int) -> HeartAnatomy {
        var shapes = stream(.shape, number)
        var illnesses = stream(.illness, number)
        var sizes = stream(.sizes, number)
        var devices = stream(.devices, number)
        let illness = Illness.drawn(&illnesses)
        var heart = HeartAnatomy.drawn(illness, shape: .drawn(&shapes), &sizes)
        heart.treat(illness, &devices)
        return heart
    }

    private func sites(_ number: Int, count: Int) -> [PhantomSite] {
        var random = stream(.sites, number)
        let home = random.pick(PhantomSite.allCases) ?? .first
        return (0..<count).map { place in
            let other = random.pick(PhantomSite.allCases) ?? .first
            return random.chance(Self.otherSiteShare) && place > 0 ? other : home
        }
    }

    private func stream(_ concern: PersonRandom.Concern, _ number: Int, _ study: Int = 0) -> PersonRandom {
        PersonRandom(seed, concern, UInt64(number), UInt64(study))
    }

    /// Six digits: a thousand chosen by the seed, and the number counted on from there; so two populations' patients
    /// seldom share an identifier, and one's never do.
    private func identifier(_ number: Int) -> String {
        var random = PersonRandom(seed, .identifier)
        let block = Self.largest / 1_000
        let digits = (random.integer(0...block - 1) * 1_000 + number) % Self.largest
        return "PHANTOM-" + StudyDay.padded(digits, 6)
    }

    private static let largest = 1_000_000
}
