internal import EchoCore
internal import EchoReading
import Testing

@Suite("Priors") struct PriorsTests {
    static func candidate(
        _ study: String, _ patient: String?, _ date: String?, _ similarity: Float?
    ) -> PriorCandidate {
        PriorCandidate(
            study: StudyID(study), patient: patient.map { PatientID($0) }, date: date, similarity: similarity)
    }

    static let archive = [
        candidate("st-5", "pt-1", nil, 0.9), candidate("st-2", "pt-1", "20180101", nil),
        candidate("st-4", "pt-1", "20200101", 0.1), candidate("st-3", "pt-1", "20200101", 0.2),
        candidate("st-1", "pt-1", "20190601", 1), candidate("st-6", "pt-2", "20190101", 0.99),
        candidate("st-7", nil, nil, 0.5), candidate("st-8", "pt-3", "20190601", nil),
    ]

    @Test("are the same patient's by identifier, newest first, undated last")
    func newestFirst() {
        let list = PriorList(
            of: StudyID("st-1"), patient: PatientID("pt-1"), date: "20190601", candidates: Self.archive)
        #expect(list.priors.map(\.study.text) == ["st-3", "st-4", "st-2", "st-5"])
        #expect(list.priors.map(\.timing) == [.later, .later, .earlier, .unknown])
        #expect(list.priors.allSatisfy { $0.matchBasis == .patientID })
        #expect(list.priors.map(\.rank) == [1, 2, 3, 4])
        #expect(list.similar == nil)
        #expect(list.similarNotice == nil)
        #expect(list.notice == Notice.notADiagnosis)
    }

    @Test("of one day are newest first by the time of day")
    func sameDay() {
        let times = ["080000", nil, "153000.5", "101500"]
        let candidates = times.enumerated().map { place, time in
            PriorCandidate(
                study: StudyID("st-\(place)"), patient: PatientID("pt-1"), date: "20200101", time: time,
                similarity: nil)
        }
        let list = PriorList(
            of: StudyID("st-9"), patient: PatientID("pt-1"), date: "20200101", candidates: candidates)
        #expect(list.priors.map(\.study.text) == ["st-2", "st-3", "st-0", "st-1"])
        #expect(list.priors.allSatisfy { $0.timing == .sameDay })
    }

    @Test("keep similar studies of others in a list of their own, labeled")
    func similarApart() {
        let list = PriorList(
            of: StudyID("st-1"), patient: PatientID("pt-1"), date: "20190601", candidates: Self.archive,
            similarLimit: 5)
        #expect(list.similar?.map(\.study.text) == ["st-6", "st-7"])
        #expect(list.similar?.allSatisfy { $0.matchBasis == .embedding } == true)
        #expect(list.similarNotice == Notice.otherPatients)
        #expect(MatchBasis.embedding.rawValue == "embedding")
        #expect(MatchBasis.patientID.rawValue == "patient-id")
    }

    @Test("are none for a study without a patient identifier, and it says why")
    func needIdentifier() {
        let list = PriorList(of: StudyID("st-7"), patient: nil, date: nil, candidates: Self.archive)
        #expect(list.priors.isEmpty)
        #expect(list.limitation?.contains("no patient identifier") == true)
    }
}
