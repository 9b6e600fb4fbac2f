import EchoCore
import EchoEncode
import EchoIndex
import EchoReading

/// Splits report texts into sentences, embeds them where the model can, and stores them.
struct ReportIngest: Sendable {
    let index: StudyIndex
    let model: EchoModel
    let space: EmbeddingSpace
    let sections: ReportSections

    /// Where a sentence stands that no heading or keyword places; no draft takes it over.
    static let noSection = "other"

    /// Stores one text for a study by any name it goes by.
    func record(_ text: String, of study: String, summary: inout IngestSummary) async throws {
        let sentences = try ReportSplitter(sections).split(text).map { sentence in
            let words = sentence.standalone
            return NewSentence(
                section: sentence.section ?? Self.noSection, text: words, embedding: try vector(words))
        }
        let hasVectors = sentences.contains { $0.embedding != nil }
        let report = NewReport(
            studyKey: study, text: text, sentences: sentences, space: hasVectors ? space : nil)
        switch try await index.record(report) {
        case .recorded, .unchanged: summary.reports += 1
        case .unknownStudy, .ambiguousStudy: summary.unmatchedReports += 1
        }
    }

    /// Stores every row of a `study,text` table.
    func record(table path: String, summary: inout IngestSummary) async throws {
        for row in try TableFile(path: path).rows {
            guard let study = row.fields["study"], let text = row.fields["text"] else {
                throw ServiceError.table(problem: "a report needs `study` and `text`", line: row.line)
            }
            try await record(text, of: study, summary: &summary)
        }
    }

    /// `nil` where the model has no text tower, fills another slot, or knows no word of the sentence.
    private func vector(_ sentence: String) throws -> Embedding? {
        guard space.slot.serves(.similarity), model.canEmbedText else { return nil }
        do { return try model.embed(text: sentence).embedding } catch TokenizeError.nothingRecognized {
            return nil
        }
    }
}
