import EchoCore
import EchoIndex
import EchoReading

/// Studies' scores for each prompt set, as far as they were taken; percentiles are read off them.
struct ScoreBoard {
    private struct Entry {
        let mark: ClipMark
        /// By the set's name, without those that the study cannot be put to; `nil` where it does not read.
        let scores: [String: Float]?
    }

    private var entries: [StudyID: Entry] = [:]
    private var percentiles: [String: Percentile] = [:]

    /// How many studies are scored.
    var count: Int { entries.values.count { $0.scores != nil } }

    /// The studies whose clips are not those that were scored; the ones that are gone are forgotten.
    mutating func outdated(by marks: [StudyID: ClipMark]) -> [StudyID] {
        let gone = entries.keys.filter { marks[$0] == nil }
        for study in gone { entries[study] = nil }
        if !gone.isEmpty { percentiles = [:] }
        return marks.filter { entries[$0.key]?.mark != $0.value }.keys.sorted()
    }

    /// Takes a study's scores; `nil` for one that does not read.
    mutating func set(_ scores: [String: Float]?, of study: StudyID, mark: ClipMark) {
        entries[study] = Entry(mark: mark, scores: scores)
        percentiles = [:]
    }

    /// The place of a score among a set's; `nil` where none was taken.
    ///
    /// - Complexity: O(n log n) after a change, then O(log n).
    mutating func percentile(of score: Float, set: String) -> Double? {
        let archive = percentiles[set] ?? Percentile(archive: entries.values.compactMap { $0.scores?[set] })
        percentiles[set] = archive
        return archive.of(score)
    }

    /// Forgets everything.
    mutating func clear() { self = ScoreBoard() }
}
