public import EchoCore

/// Why the ledger refused or failed.
public enum LedgerError: EchoFailure, Equatable {
    /// Another process kept the ledger for longer than we wait.
    case busy
    /// There is no ledger here, and none was to be made.
    case noLedger
    /// A newer program wrote the file.
    case newerFormat(found: Int, supported: Int)
    /// A stored record does not read back; `row` is `nil` where it is the whole table or file.
    case damaged(table: String, row: Int64?)
    /// Nothing goes by that name.
    case notFound(LedgerSubject)
    /// A live key has that name.
    case nameTaken
    /// A name is not 1 to 64 letters, digits, dots, dashes, underscores or spaces.
    case badName
    /// A text is longer than is kept.
    case tooLong(unit: String, found: Int, limit: Int)
    /// The job is in a state in which this cannot be done.
    case wrongState(found: JobState)
    /// The disk is full.
    case diskFull
    /// The system refused access.
    case denied
    /// The ledger was opened for reading only.
    case readOnly
    /// The caller ended the work.
    case cancelled
    /// A system call or SQLite failed with this code.
    case system(code: Int)

    /// What to tell the person.
    public var report: FailureReport {
        FailureReport("ledger.\(name)", kind, reason: reason, remedy: remedy)
    }
}
