import EchoLedger
import EchoService

extension Failures {
    static let ledger: [LedgerError] = [
        .busy, .noLedger, .newerFormat(found: 2, supported: 1), .damaged(table: "audit", row: 3),
        .damaged(table: "ledger", row: nil), .notFound(.job), .notFound(.key), .nameTaken, .badName,
        .tooLong(unit: "bytes", found: 4_001, limit: 4_000), .wrongState(found: .finished), .diskFull,
        .denied,
        .readOnly, .cancelled, .system(code: 5),
    ]

    static let jobs: [JobError] = [
        .noFile, .tooManyFiles(limit: 2_000), .fileTooLarge(limit: 2_147_483_648),
        .jobTooLarge(limit: 17_179_869_184), .busy(retryAfter: .seconds(5)),
        .noSpace(free: 1_000_000, needed: 1_073_741_824), .diskFull, .abandoned, .system(code: 5), .lostFile,
        .damagedManifest,
    ]

    static let media: [MediaError] = [
        .noOriginal, .changedOriginal, .noFrame(found: 30, count: 30), .noMask,
        .badSheet(found: 65, limit: 64), .busy(retryAfter: .seconds(2)), .diskFull, .system(code: 5),
    ]

    static let serving: [ServingError] = [.busy(retryAfter: .seconds(3)), .unsound]
}
