import EchoCore
import EchoIndex

/// Finds the report of a study, and the study of a report.
struct RetrievalProtocol {
    let bootstrap: PatientBootstrap

    static let limits = [1, 5, 10]
    static let fewest = 2

    func run(_ archive: EvalArchive, _ studies: [EmbeddedStudy]) async throws -> EvalPart {
        let pairs = try await self.pairs(archive, studies)
        var part = EvalPart()
        let images = pairs.map(\.study.embedding)
        let reports = pairs.map(\.report)
        let right = Array(pairs.indices)
        func both(_ ties: TieRule) -> (toReport: Ranks, toStudy: Ranks) {
            (
                Ranks(queries: images, answers: reports, right: right, ties: ties),
                Ranks(queries: reports, answers: images, right: right, ties: ties)
            )
        }
        let (strict, published) = (both(.pessimistic), both(.optimistic))
        let measure = RetrievalMeasures(
            patients: pairs.map(\.study.study.labels.patient), bootstrap: bootstrap,
            isEnough: pairs.count >= Self.fewest)
        part.metrics = measure.table(strict.toReport, strict.toStudy, suffix: "")
        part.metrics.append(
            measure.table(published.toReport, published.toStudy, suffix: ".optimistic_ties"))
        let distinct = Set(pairs.map(\.text)).count
        part.rules = [
            "Retrieval: a study is the mean over its usable clips, a report the mean over its sentences' vectors, "
                + "each embedded alone, so that no report is cut at the text window; \(pairs.count) pairs, "
                + "\(distinct) distinct reports.",
            "Ranks: an answer that scores the same counts as before the right one (pessimistic ties); "
                + "`optimistic_ties` is the published rule, 1 + how many score higher. Intervals resample the "
                + "patients that ask; the answers stay all there.",
            "`image_to_text` asks with a study for its report, `text_to_image` the other way; no word stands for "
                + "the mean of both ways. `mean_rank_share` is the mean rank in percent of the number of pairs.",
        ]
        return part
    }

    /// The studies whose report has a vector.
    private func pairs(_ archive: EvalArchive, _ studies: [EmbeddedStudy]) async throws -> [ReportPair] {
        let space = try await archive.index.space(serving: .similarity)
        var pairs: [ReportPair] = []
        for one in studies {
            let id = one.study.stored.id
            let sentences = try await archive.index.captionEmbeddings(of: id, in: space)
            guard !sentences.isEmpty,
                let report = try? Embedding.mean(of: sentences.map(\.embedding))
            else { continue }
            let words = try await archive.index.captions(of: id).map(\.text)
            pairs.append(ReportPair(study: one, report: report, text: words.joined(separator: "\n")))
        }
        return pairs
    }
}
