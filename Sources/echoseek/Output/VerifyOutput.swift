import EchoIndex

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
        let verdict = ok ? "sound" : "DAMAGED: \(Counted.of(damages.count, "record"))"
        let isDerivedAlone = !ok && damages.allSatisfy { $0.kind == .derived }
        let remedy = isDerivedAlone ? ["Nothing is lost: `echoseek index rebuild` mends it."] : []
        return [
            "\(verdict); \(Counted.of(rowsChecked, "row")) and \(Counted.of(filesChecked, "vector file")) checked."
        ]
            + damages.map { damage in
                "\(damage.kind.rawValue): \(damage.table)" + (damage.row.map { ", row \($0)" } ?? "")
            } + remedy
    }
}
