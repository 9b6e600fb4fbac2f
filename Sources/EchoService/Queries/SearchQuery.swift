import EchoCore
public import EchoIndex
import EchoReading
import Foundation
import EchoEncode

/// Finds the clips or studies nearest to words, to a clip, to a study or to a file.
public struct SearchQuery: Sendable {
    /// What the search starts from.
    public enum Subject: Sendable {
        /// Words, in the prompt slot.
        case text(String)
        /// A study, a clip or a file, whichever goes by this name, in the similarity slot.
        case like(String)
    }

    /// What to look for.
    public var subject: Subject
    /// What to rank; `nil` is studies where the subject is a study, else clips.
    public var level: SearchLevel?
    /// Which part of the ranking.
    public var page: Page
    /// What may be ranked; every kind of clip unless it says otherwise.
    public var filter: SearchFilter

    /// Joins the parts.
    public init(_ subject: Subject, level: SearchLevel? = nil, page: Page, filter: SearchFilter) {
        self.subject = subject
        self.level = level
        self.page = page
        self.filter = filter
    }

    /// Runs against an index.
    ///
    /// - Throws: `IndexError`, `ModelError`, and a file's own failure where the subject is a file.
    public func run(in index: StudyIndex, workspace: Workspace) async throws -> SearchOutput {
        let start: QueryStart
        var rareShare: Double?
        switch subject {
        case .text(let text):
            let space = try await index.space(serving: .prompt)
            let embedded = try await workspace.textSource(for: space).embed(text)
            rareShare = embedded.rareTokenShare
            start = QueryStart(embedding: embedded.embedding, space: space, level: .clip)
        case .like(let name):
            start = try await QueryStart(like: name, index: index, workspace: workspace)
        }
        var filter = filter
        filter.kinds = filter.kinds ?? SearchFilter.everyKind
        if let study = start.study { filter.excludingStudies.insert(study) }
        if let clip = start.clip { filter.excludingClips.insert(clip) }
        let level = level ?? start.level
        let found = try await index.namedSearch(
            SearchRequest(
                query: start.embedding, space: start.space, level: level, page: page, filter: filter))
        return SearchOutput(
            hits: found.hits, considered: found.considered, level: level, space: start.space,
            rareTokenShare: rareShare)
    }
}
