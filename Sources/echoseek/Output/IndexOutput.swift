import EchoCore
import EchoIndex

/// The index in numbers, as it is printed.
struct StatsOutput: Encodable {
    let formatVersion: Int
    let rows: [String: Int]
    let clipsByKind: [String: Int]
    let usableClips: Int
    let leftOutByState: [String: Int]
    let spaces: [Space]
    let databaseBytes: Int
    let vectorBytes: Int
    let contentDigest: ContentHash?

    struct Space: Encodable {
        let slot: ModelSlot
        let model: String
        let dimension: Int
        let fingerprint: String
        let notice: String?
    }

    init(_ stats: IndexStats) {
        formatVersion = stats.formatVersion
        rows = stats.rows
        clipsByKind = Dictionary(uniqueKeysWithValues: stats.clipsByKind.map { ($0.key.rawValue, $0.value) })
        usableClips = stats.usableClips
        leftOutByState = Dictionary(
            uniqueKeysWithValues: stats.leftOutByState.map { ($0.key.rawValue, $0.value) })
        spaces = stats.spaces.map {
            Space(
                slot: $0.slot, model: $0.fingerprint.model, dimension: $0.dimension,
                fingerprint: $0.fingerprint.description, notice: $0.notice)
        }
        databaseBytes = stats.databaseBytes
        vectorBytes = stats.vectorBytes
        contentDigest = stats.contentDigest
    }

    func lines(on terminal: Terminal) -> [String] {
        var lines = rows.sorted { $0.key < $1.key }.map { "\($0.key): \($0.value)" }
        lines += clipsByKind.sorted { $0.key < $1.key }.map { "clips, \($0.key): \($0.value)" }
        lines.append("clips that readings use: \(usableClips)")
        lines += leftOutByState.sorted { $0.key < $1.key }.map { "files, \($0.key): \($0.value)" }
        lines += spaces.map { "space \($0.slot.rawValue): \($0.model), \($0.dimension) values" }
        lines.append(
            "format \(formatVersion), database \(Decimals.bytes(databaseBytes)), vectors "
                + Decimals.bytes(vectorBytes))
        if let contentDigest { lines.append("content \(contentDigest.hex)") }
        return lines
    }
}

/// A verification with its verdict.
struct VerifyOutput: Encodable {
    let ok: Bool
    let rowsChecked: Int
    let filesChecked: Int
    let damages: [Damage]

    init(_ found: Verification) {
        (ok, rowsChecked, filesChecked) = (found.isSound, found.rowsChecked, found.filesChecked)
        damages = found.damages
    }

    var lines: [String] {
        let verdict = ok ? "sound" : "DAMAGED: \(damages.count) records"
        return ["\(verdict); \(rowsChecked) rows and \(filesChecked) vector files checked."]
            + damages.map { damage in
                "\(damage.kind.rawValue): \(damage.table)" + (damage.row.map { ", row \($0)" } ?? "")
            }
    }
}
