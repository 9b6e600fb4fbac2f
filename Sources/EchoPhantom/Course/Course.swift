/// A patient's way through the studies: which heart was seen on which day.
struct Course: Sendable, Equatable {
    /// One study's.
    struct Visit: Sendable, Equatable {
        var heart: HeartAnatomy
        var findings: StudyFindings
        var day: StudyDay
        /// Since the visit before; empty at the first.
        var changes: [CourseEvent]
    }

    /// In order of time, at least one.
    let visits: [Visit]

    /// 2008-01-01 to 2021-12-31, counted from 1970.
    private static let firstDays = 13_879...18_992
    /// Days from study to study.
    private static let gap = 20...900
    /// Days where something happens between: mostly soon before and after, as where a study is made for it.
    private static let eventGap = 20...190
    /// How many patients with several studies have an eventful course; the others only drift.
    private static let eventfulShare: Float = 0.48

    /// - Parameters:
    ///   - heart: before the first study's drift.
    ///   - count: of studies, at least 1.
    init(
        of heart: HeartAnatomy, count: Int, calendar: inout PersonRandom, events: inout PersonRandom,
        drift: (Int) -> PersonRandom
    ) {
        precondition(count >= 1, "A course has \(count) studies, at least 1 is expected.")
        var day = StudyDay(days: calendar.integer(Self.firstDays))
        var truth = heart
        var visits: [Visit] = []
        let isEventful = events.chance(Self.eventfulShare)
        let certain = events.integer(1...max(1, count - 1))
        for number in 0..<count {
            if number > 0 {
                let happens = isEventful && (number == certain || events.chance(0.3))
                if happens { Self.befall(&truth, &events) }
                day.days += Self.gap(happens, &calendar)
            }
            var seen = truth
            var random = drift(number)
            Drift.apply(to: &seen, &random)
            var visit = Visit(heart: seen, findings: StudyFindings(of: seen), day: day, changes: [])
            visit.changes = visits.last.map { CourseEvent.changes(from: $0, to: visit) } ?? []
            visits.append(visit)
        }
        self.visits = visits
    }

    private static func gap(_ happens: Bool, _ random: inout PersonRandom) -> Int {
        let isSoon = random.chance(0.75)
        let soon = random.integer(eventGap)
        let any = random.integer(gap)
        return happens && isSoon ? soon : any
    }

    /// One event of those possible, now and then two.
    private static func befall(_ heart: inout HeartAnatomy, _ random: inout PersonRandom) {
        for _ in 0..<(random.chance(0.2) ? 2 : 1) {
            let possible = CourseEvent.allCases.filter { $0.isPossible(in: heart) }
            let weights = possible.map { $0.weight(in: heart) }
            var share = random.uniform(0...1) * weights.reduce(0, +)
            for (event, weight) in zip(possible, weights) where weight > 0 {
                share -= weight
                if share <= 0 {
                    event.befall(&heart, &random)
                    break
                }
            }
        }
    }
}
