package import EchoCore

extension Ranks {
    /// Ranks each query's own answer by cosine, without keeping the table of all cosines.
    ///
    /// - Parameter right: each query's right answer, as a place among the answers.
    /// - Complexity: O(queries · answers · dimension).
    package init(queries: [Embedding], answers: [Embedding], right: [Int], ties: TieRule) {
        precondition(queries.count == right.count, "\(queries.count) queries, \(right.count) right answers")
        self.init(
            zip(queries, right).map { query, place in
                Self.rank(
                    of: query.similarity(to: answers[place]),
                    among: answers.lazy.map { query.similarity(to: $0) }, ties: ties)
            })
    }
}
