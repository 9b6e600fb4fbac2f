/// How often each true class was taken for each class.
public struct ConfusionMatrix: Sendable, Equatable, Codable {
    /// The classes, in the order of rows and columns.
    public let classes: [String]
    /// Rows are true classes, columns are what they were taken for: shape `[classes, classes]`.
    public let counts: [[Int]]

    /// Counts cases; classes that appear on neither side are left out.
    package init(truths: [String], guesses: [String]) {
        precondition(truths.count == guesses.count, "\(truths.count) truths, \(guesses.count) guesses")
        let names = Set(truths + guesses).sorted()
        var counts = names.map { _ in names.map { _ in 0 } }
        let places = Dictionary(uniqueKeysWithValues: names.enumerated().map { ($1, $0) })
        for (truth, guess) in zip(truths, guesses) {
            if let row = places[truth], let column = places[guess] { counts[row][column] += 1 }
        }
        classes = names
        self.counts = counts
    }

    /// The share of cases taken for what they are; `nil` for no case.
    public var accuracy: Double? {
        let all = counts.joined().reduce(0, +)
        return all > 0 ? Double(counts.indices.reduce(0) { $0 + counts[$1][$1] }) / Double(all) : nil
    }

    /// The mean over the true classes of the share taken for what they are; `nil` for no case.
    public var balancedAccuracy: Double? {
        let shares = counts.indices.compactMap { row -> Double? in
            let all = counts[row].reduce(0, +)
            return all > 0 ? Double(counts[row][row]) / Double(all) : nil
        }
        return shares.isEmpty ? nil : shares.reduce(0, +) / Double(shares.count)
    }
}
