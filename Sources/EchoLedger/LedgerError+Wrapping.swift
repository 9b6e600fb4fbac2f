internal import Foundation
internal import GRDB

extension LedgerError {
    /// Says in our words what a system call's number means.
    init(errno code: Int32) {
        switch code {
        case ENOSPC, EDQUOT: self = .diskFull
        case EACCES, EPERM, EROFS, ENOTDIR: self = .denied
        default: self = .system(code: Int(code))
        }
    }

    /// Says in our words what SQLite, Foundation or a task met.
    init(wrapping error: any Error) {
        switch error {
        case let error as LedgerError: self = error
        case let error as DatabaseError: self.init(sqlite: error.resultCode)
        case is CancellationError: self = .cancelled
        case let error as CocoaError:
            if let system = error.underlying as? POSIXError {
                self.init(errno: system.code.rawValue)
            } else {
                self = error.code == .fileWriteOutOfSpace ? .diskFull : .system(code: error.code.rawValue)
            }
        case let error as POSIXError: self.init(errno: error.code.rawValue)
        default: self = .system(code: (error as NSError).code)
        }
    }

    private init(sqlite code: ResultCode) {
        switch code {
        case .SQLITE_BUSY, .SQLITE_LOCKED: self = .busy
        case .SQLITE_FULL: self = .diskFull
        case .SQLITE_NOTADB, .SQLITE_CORRUPT, .SQLITE_FORMAT: self = .damaged(table: "ledger", row: nil)
        case .SQLITE_CANTOPEN, .SQLITE_PERM, .SQLITE_AUTH, .SQLITE_READONLY: self = .denied
        case .SQLITE_INTERRUPT, .SQLITE_ABORT: self = .cancelled
        default: self = .system(code: Int(code.rawValue))
        }
    }
}
