import EchoCore

/// First studies of all patients, to be found by the patients' later ones.
struct IdentityGallery {
    /// One a patient: the first study by date.
    let answers: [EmbeddedStudy]
    /// Every other study.
    let queries: [EmbeddedStudy]
    private let right: [Int]

    init(_ studies: [EmbeddedStudy]) {
        let byPatient = Dictionary(grouping: studies, by: \.study.labels.patient)
            .mapValues { $0.sorted { MatchedStudy.isEarlier($0.study, $1.study) } }
        let patients = byPatient.keys.sorted()
        answers = patients.compactMap { byPatient[$0]?.first }
        var queries: [EmbeddedStudy] = []
        var right: [Int] = []
        for (place, patient) in patients.enumerated() {
            for later in byPatient[patient, default: []].dropFirst() {
                queries.append(later)
                right.append(place)
            }
        }
        self.queries = queries
        self.right = right
    }

    /// One a query.
    var queryPatients: [String] { queries.map(\.study.labels.patient) }

    func ranks(_ ties: TieRule) -> Ranks {
        Ranks(queries: queries.map(\.embedding), answers: answers.map(\.embedding), right: right, ties: ties)
    }
}
