internal import EchoCore
internal import GRDB

extension StudyIndex {
    /// A page of the studies that pass a filter, with what a person chooses by, all read in one state.
    ///
    /// The filter's conditions on clips count only where it sets one.
    ///
    /// - Complexity: nine queries, however long the page; a walk over the studies, and one over the clips of the
    ///   page's studies.
    public func worklist(
        passing filter: SearchFilter? = nil, order: WorklistOrder = .newest, page: Page
    ) async throws(IndexError) -> Worklist {
        try await reading { db in
            let condition: SQL = try filter.map { try FilterSQL($0).studyCondition } ?? "1"
            return try WorklistReader(db: db, condition: condition).list(order, page)
        }
    }
}
