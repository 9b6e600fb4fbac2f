import EchoCore
import EchoIndex

/// How many of a column's clips the mask or the decoder refused.
struct ShortcutClips: Sendable, Equatable {
    /// Clips that ended in quarantine.
    let refused: Int
    /// Clips in all.
    let total: Int

    /// Counts an index's.
    init(_ index: StudyIndex) async throws {
        let stats = try await index.stats()
        refused = stats.leftOutByState[.quarantined] ?? 0
        total = refused + stats.clipsByKind.values.reduce(0, +)
    }

    /// The count; it has no interval.
    var outcome: Outcome {
        let count = Double(refused)
        return .measured(Interval(value: count, low: count, high: count, n: total))
    }

    /// Why nothing can be measured where not one clip was let through.
    var absence: String? {
        guard total > 0, refused == total else { return nil }
        return "all \(total) clips were refused, as nothing in them is a sector"
    }
}
