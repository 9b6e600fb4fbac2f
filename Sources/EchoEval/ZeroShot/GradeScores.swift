/// One study's answers to one graded question.
struct GradeScores: Sendable, Equatable {
    /// Each grade's score, by severity from 0 for normal; empty where the prompt set is a yes-or-no one.
    var bySeverity: [Int: Double] = [:]
    /// The score of a yes-or-no prompt set; `nil` where the set has grades.
    var single: Double?

    /// How much more the study looks like grades from `severity` up than like those below.
    func atLeast(_ severity: Int) -> Double? {
        if let single { return single }
        let high = bySeverity.filter { $0.key >= severity }.values
        let low = bySeverity.filter { $0.key < severity }.values
        guard !high.isEmpty, !low.isEmpty else { return nil }
        // Sums in the order of their size, so that a dictionary's order never shows.
        return high.sorted().reduce(0, +) / Double(high.count) - low.sorted().reduce(0, +) / Double(low.count)
    }

    /// The score of one grade's own sentences; a yes-or-no set speaks for the worst grade alone.
    func exactly(_ severity: Int) -> Double? {
        severity == 3 ? single ?? bySeverity[3] : bySeverity[severity]
    }

    /// One grade's score minus normal's.
    func againstNormal(_ severity: Int) -> Double? {
        guard let own = bySeverity[severity], let normal = bySeverity[0] else { return nil }
        return own - normal
    }
}
