import EchoCore
package import EchoIndex

/// A labelled study that the index knows.
package struct MatchedStudy: Sendable {
    /// What is true of it.
    package let labels: LabelledStudy
    /// What the index says of it.
    package let stored: StoredStudy

    /// A name by which it may be ordered and found again in another index.
    var key: String { labels.names.first ?? stored.id.text }

    /// Studies of one patient in the order of their days, undated ones last, equal days by name.
    static func isEarlier(_ one: MatchedStudy, _ other: MatchedStudy) -> Bool {
        let (first, second) = (one.labels.day ?? .max, other.labels.day ?? .max)
        return first != second ? first < second : one.key < other.key
    }
}
