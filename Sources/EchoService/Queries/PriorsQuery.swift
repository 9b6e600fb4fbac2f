import EchoCore
public import EchoIndex
public import EchoReading

/// Lists a patient's other studies and, apart from them where asked, similar ones of other patients.
public struct PriorsQuery: Sendable {
    /// How many similar studies of other patients to list; `nil` for none.
    public var similarLimit: Int?

    /// Takes the limit.
    public init(similarLimit: Int? = nil) { self.similarLimit = similarLimit }

    /// - Throws: `IndexError`, `ReadingError`.
    public func run(_ name: String, in index: StudyIndex) async throws -> Stamped<PriorList> {
        let study = try await index.study(resolving: name)
        let space = try await index.space(serving: .similarity)
        let own = try await index.studyEmbedding(of: study.id, in: space)
        var candidates: [PriorCandidate] = []
        var studies: [StoredStudy] = []
        for prior in try await index.priors(of: study.id) {
            let vector = try await index.studyEmbedding(of: prior.study.id, in: space)
            studies.append(prior.study)
            let similarity = own.flatMap { one in vector.map { one.similarity(to: $0) } }
            candidates.append(Self.candidate(prior.study, similarity))
        }
        if let similarLimit, let own {
            var filter = SearchFilter()
            filter.notPatient = study.patient
            filter.excludingStudies = [study.id]
            let found = try await index.search(
                SearchRequest(
                    query: own, space: space, level: .study, page: Page(limit: similarLimit), filter: filter))
            for hit in found.hits {
                let other = try await index.study(resolving: hit.study.text)
                studies.append(other)
                candidates.append(Self.candidate(other, hit.score))
            }
        }
        let list = PriorList(
            of: study.id, patient: study.patient, date: study.date?.description, candidates: candidates,
            similarLimit: similarLimit)
        return Stamped(list, naming: [study] + studies, in: space)
    }

    private static func candidate(_ study: StoredStudy, _ similarity: Float?) -> PriorCandidate {
        PriorCandidate(
            study: study.id, patient: study.patient, date: study.date?.description, time: study.time,
            similarity: similarity)
    }
}
