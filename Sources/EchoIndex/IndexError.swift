public import EchoCore

/// Why the index refused or failed.
public enum IndexError: EchoFailure, Equatable {
    /// Another process is writing to this index.
    case busy
    /// There is no index here, and none was to be made.
    case noIndex
    /// A newer program wrote the file.
    case newerFormat(found: Int, supported: Int)
    /// A stored record does not read back; `row` is `nil` where it is the whole table or file.
    case damaged(table: String, row: Int64?)
    /// The slot is filled by a space whose vectors mean something else.
    case mixedSpace(slot: ModelSlot, differing: [SpaceDifference])
    /// The index has no vectors of that slot.
    case noSpace(slot: ModelSlot)
    /// Nothing goes by that name.
    case notFound(IndexSubject)
    /// Several go by that name.
    case ambiguous(IndexSubject, count: Int)
    /// The disk is full.
    case diskFull
    /// The system refused access.
    case denied
    /// The index was opened for reading only.
    case readOnly
    /// The target is in use and was not to be replaced.
    case targetNotEmpty
    /// A backup's files do not match its manifest.
    case damagedBackup
    /// The caller ended the work.
    case cancelled
    /// A system call or SQLite failed with this code.
    case system(code: Int)

    /// What to tell the person.
    public var report: FailureReport {
        FailureReport(code, kind, reason: reason, remedy: remedy)
    }
}
