import EchoCore
import EchoIndex

/// The index in numbers, as it is printed.
struct StatsOutput: Encodable {
    let formatVersion: Int
    let rows: [String: Int]
    let clipsByKind: [String: Int]
    let usableClips: Int
    let leftOutByState: [String: Int]
    let spaces: [SpaceOutput]
    let databaseBytes: Int
    let vectorBytes: Int
    let contentDigest: ContentHash?

    init(_ stats: IndexStats) {
        formatVersion = stats.formatVersion
        rows = stats.rows
        clipsByKind = Dictionary(uniqueKeysWithValues: stats.clipsByKind.map { ($0.key.rawValue, $0.value) })
        usableClips = stats.usableClips
        leftOutByState = Dictionary(
            uniqueKeysWithValues: stats.leftOutByState.map { ($0.key.rawValue, $0.value) })
        spaces = stats.spaces.map { SpaceOutput($0) }
        databaseBytes = stats.databaseBytes
        vectorBytes = stats.vectorBytes
        contentDigest = stats.contentDigest
    }

    /// What the archive holds, from patients down to vectors; then the files.
    var lines: [String] {
        var lines = [
            "archive   "
                + [
                    Counted.of(count("patients"), "patient"), Counted.studies(count("studies")),
                    Counted.of(count("series"), "series", "series"), Counted.of(count("clips"), "clip"),
                ].joined(separator: ", "),
            "clips     " + (kinds + ["\(usableClips) that readings use"]).joined(separator: ", "),
            "reports   "
                + [
                    Counted.of(count("reports"), "report"), Counted.of(count("captions"), "sentence"),
                    "\(count("caption_vectors")) with a vector",
                ].joined(separator: ", "),
            "left out  " + (states.isEmpty ? "no file" : states.joined(separator: ", ")),
        ]
        lines += spaces.map { space in
            "vectors   \(space.slot.rawValue) slot, model \(space.model), \(space.dimension) values: "
                + "\(count("clip_vectors")) of clips, \(count("study_vectors")) of studies"
        }
        lines.append(
            "disk      database \(Decimals.bytes(databaseBytes)), vector files \(Decimals.bytes(vectorBytes)), "
                + "format \(formatVersion), \(Counted.of(count("runs"), "run"))")
        if let contentDigest { lines.append("content   \(contentDigest.hex)") }
        return lines
    }

    private func count(_ table: String) -> Int { rows[table] ?? 0 }
    private var kinds: [String] { clipsByKind.sorted { $0.key < $1.key }.map { "\($0.value) \($0.key)" } }
    private var states: [String] { leftOutByState.sorted { $0.key < $1.key }.map { "\($0.value) \($0.key)" } }
}
