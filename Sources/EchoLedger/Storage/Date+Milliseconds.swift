internal import Foundation

extension Date {
    /// Whole milliseconds since 1970, which is how the ledger keeps a time.
    var milliseconds: Int64 { Int64((timeIntervalSince1970 * 1_000).rounded()) }

    /// Reads them back.
    init(milliseconds: Int64) { self.init(timeIntervalSince1970: Double(milliseconds) / 1_000) }

    /// The time as the ledger keeps it.
    var kept: Date { Date(milliseconds: milliseconds) }
}
