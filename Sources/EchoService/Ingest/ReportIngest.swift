import EchoCore
import EchoEncode
import EchoIndex
import EchoReading

/// Splits report texts into sentences, embeds them where the model can, and stores them.
struct ReportIngest: Sendable {
    let index: StudyIndex
    let embedder: ClipEmbedder
    let space: EmbeddingSpace
    let sections: ReportSections

    /// A report of a table: the study by any name the index knows.
    struct Row: Sendable {
        let study: String
        let text: String
    }

    /// Where a sentence stands that no heading or keyword places; no draft takes it over.
    static let noSection = "other"

    /// Stores one text for a study by any name it goes by; a report that is there already is not embedded again.
    func record(_ text: String, of study: String) async throws -> ReportOutcome {
        let parts = ReportSplitter(sections).split(text).map {
            NewSentence(section: $0.section ?? Self.noSection, text: $0.standalone)
        }
        if let known = try await stored(text, parts, of: study) { return .unchanged(known) }
        let sentences = zip(parts, try await vectors(parts.map(\.text))).map { part, vector in
            NewSentence(section: part.section, text: part.text, embedding: vector)
        }
        let hasVectors = sentences.contains { $0.embedding != nil }
        return try await index.record(
            NewReport(
                studyKey: study, text: text, sentences: sentences, space: hasVectors ? space : nil))
    }

    /// The study whose report this is already, with vectors where this model would give them.
    private func stored(
        _ text: String, _ parts: [NewSentence], of name: String
    ) async throws -> StudyID? {
        guard let study = try await study(named: name) else { return nil }
        guard try await index.reportText(of: study) == text else { return nil }
        let captions = try await index.captions(of: study)
        guard captions.map(\.section) == parts.map(\.section), captions.map(\.text) == parts.map(\.text)
        else { return nil }
        guard givesVectors, !parts.isEmpty else { return study }
        return try await index.captionEmbeddings(of: study, in: space).isEmpty ? nil : study
    }

    /// `nil` where no study, or more than one, goes by the name.
    private func study(named name: String) async throws(IndexError) -> StudyID? {
        do { return try await index.study(resolving: name).id } catch {
            switch error {
            case .notFound, .ambiguous: return nil
            default: throw error
            }
        }
    }

    /// The rows of a `study,text` table.
    ///
    /// - Throws: ``ServiceError/table(problem:line:)``.
    static func read(table path: String) throws -> [Row] {
        try TableFile(path: path).rows.map { row in
            guard let study = row.fields["study"], let text = row.fields["text"] else {
                throw ServiceError.table(problem: "a report needs `study` and `text`", line: row.line)
            }
            return Row(study: study, text: text)
        }
    }

    private var givesVectors: Bool { space.slot.serves(.similarity) && embedder.model.canEmbedText }

    /// `nil` where the model has no text tower, fills another slot, or knows no word of the sentence.
    private func vectors(_ sentences: [String]) async throws -> [Embedding?] {
        guard givesVectors else { return sentences.map { _ in nil } }
        return try await embedder.embed(texts: sentences).map { result in
            do { return try result.get().embedding } catch TokenizeError.nothingRecognized { return nil }
        }
    }
}
