import EchoPhantom

/// One patient's dated studies in order, with what happened before each.
struct PatientCourse {
    let studies: [EmbeddedStudy]
    /// One a study after the first: what changed since the study before; `nil` where the labels do not tell.
    let events: [Set<CourseEvent>?]

    /// Undated studies are left out; days must be known for a window to mean anything.
    init(_ studies: [EmbeddedStudy]) {
        let dated = studies.filter { $0.study.labels.day != nil }
            .sorted { MatchedStudy.isEarlier($0.study, $1.study) }
        self.studies = dated
        events = zip(dated, dated.dropFirst()).map { EventFinder.events($0.study.labels, $1.study.labels) }
    }

    /// The day of a step between studies `place` and `place + 1`: the middle of the two, since nobody says when
    /// in between it happened.
    func day(ofStep place: Int) -> Double {
        Double(day(place) + day(place + 1)) / 2
    }

    func day(_ place: Int) -> Int { studies[place].study.labels.day ?? 0 }
}
