import EchoCore
import EchoPhantom

/// Studies scored by how far they are from their patient's anchor, after an event or without one.
///
/// For an event, its patient's studies within the window around it are taken, from the last earlier change on: a study
/// from before that differs by more than this event. The earliest is the anchor, which must lie before the event; every
/// other study is a case with score −cos(study, anchor), positive after the event. Steps between two neighboring
/// studies without any event are controls: the earlier study is the anchor, the later a negative case. No pair counts
/// twice.
///
/// - Source: arXiv 2308.15670, Methods. Controls, the stop at an earlier change, and leaving out the anchor are ours;
///   its cosine with itself is 1 and would flatter the AUC.
struct TransitionCases {
    private(set) var scores: [Double] = []
    private(set) var isAfter: [Bool] = []
    private(set) var patients: [String] = []
    /// Events whose window holds no earlier study.
    private(set) var leftOut = 0
    /// The present course's pairs that are cases already.
    private var counted: Set<Pair> = []

    /// A study and its anchor, by their places in a course.
    private struct Pair: Hashable {
        let place: Int
        let anchor: Int
    }

    init(_ courses: [PatientCourse], family: Transition, window: Double) {
        for course in courses {
            counted = []
            for (step, events) in course.events.enumerated() {
                guard let events else { continue }
                if !events.isDisjoint(with: family.events) {
                    addEvent(course, step, window)
                } else if events.isEmpty {
                    addControl(course, step, window)
                }
            }
        }
    }

    private mutating func addEvent(_ course: PatientCourse, _ step: Int, _ window: Double) {
        let day = course.day(ofStep: step)
        // An unknown step may be a change.
        let first = (0..<step).last { course.events[$0].map { !$0.isEmpty } ?? true }.map { $0 + 1 } ?? 0
        let inside = course.studies.indices.filter {
            $0 >= first && abs(Double(course.day($0)) - day) <= window
        }
        guard let anchor = inside.first, anchor <= step, inside.contains(where: { $0 > step }) else {
            leftOut += 1
            return
        }
        for place in inside where place != anchor {
            add(course, place, anchor: anchor, isAfter: place > step)
        }
    }

    private mutating func addControl(_ course: PatientCourse, _ step: Int, _ window: Double) {
        let day = course.day(ofStep: step)
        guard abs(Double(course.day(step)) - day) <= window else { return }
        add(course, step + 1, anchor: step, isAfter: false)
    }

    private mutating func add(_ course: PatientCourse, _ place: Int, anchor: Int, isAfter after: Bool) {
        guard counted.insert(Pair(place: place, anchor: anchor)).inserted else { return }
        let one = course.studies[place]
        scores.append(-Double(one.embedding.similarity(to: course.studies[anchor].embedding)))
        isAfter.append(after)
        patients.append(one.study.labels.patient)
    }
}
