import EchoLedger

/// What a check of the audit trail found.
struct AuditOutput: Encodable {
    let entries: Int
    let firstBroken: Int?
    let head: String
    /// Whether the head that was given is in the trail; `nil` where none was given.
    let isHeadKnown: Bool?
    let ok: Bool

    init(_ found: AuditVerification, isHeadKnown: Bool?) {
        entries = found.entries
        firstBroken = found.firstBroken
        head = found.head
        self.isHeadKnown = isHeadKnown
        ok = found.isSound && isHeadKnown != false
    }

    var lines: [String] {
        [
            "\(Counted.of(entries, "audit entry", "audit entries")), head \(head).",
            firstBroken.map { "The chain is broken at entry \($0)." } ?? "The chain is whole.",
        ] + (isHeadKnown == false ? ["The head that was given is not in the trail."] : [])
    }
}
