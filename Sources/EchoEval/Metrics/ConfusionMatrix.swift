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
}
