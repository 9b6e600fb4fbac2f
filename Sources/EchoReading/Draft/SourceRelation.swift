/// Whose report a sentence was taken from, seen from the drafted study.
public enum SourceRelation: String, Sendable, Codable, CaseIterable {
    /// The same patient's, of an earlier date; its numbers are kept and labelled with that date.
    case prior
    /// The same patient's, of a later, the same or an unknown date.
    case samePatient = "same-patient"
    /// Anyone else's, or nobody knows whose.
    case otherPatient = "other-patient"

    /// For people.
    package var words: String {
        switch self {
        case .prior: "prior study, same patient"
        case .samePatient: "same patient"
        case .otherPatient: "another patient's study"
        }
    }
}
