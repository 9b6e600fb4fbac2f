/// One line of an edited draft, against the draft.
public struct DraftChange: Sendable, Hashable, Codable {
    /// What became of the line.
    public enum Kind: String, Sendable, Codable, CaseIterable {
        /// It stands as it was drafted.
        case kept
        /// It was taken out.
        case removed
        /// It was put in.
        case inserted
    }

    /// What became of it.
    public let kind: Kind
    /// The line.
    public let line: String

    /// The lines of both texts in order; of a changed line, the old one comes first.
    static func between(_ draft: String, _ edited: String) -> [DraftChange] {
        let old = draft.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
        let new = edited.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
        let difference = new.difference(from: old)
        let removed = Set(difference.removals.map(Self.offset))
        let inserted = Set(difference.insertions.map(Self.offset))
        var changes: [DraftChange] = []
        var next = 0
        for (place, line) in old.enumerated() {
            if removed.contains(place) {
                changes.append(DraftChange(kind: .removed, line: line))
                continue
            }
            while inserted.contains(next) {
                changes.append(DraftChange(kind: .inserted, line: new[next]))
                next += 1
            }
            changes.append(DraftChange(kind: .kept, line: line))
            next += 1
        }
        return changes + new[next...].map { DraftChange(kind: .inserted, line: $0) }
    }

    private static func offset(_ change: CollectionDifference<String>.Change) -> Int {
        switch change {
        case .insert(let offset, _, _), .remove(let offset, _, _): offset
        }
    }
}
