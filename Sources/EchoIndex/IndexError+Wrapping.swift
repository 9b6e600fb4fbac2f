internal import Foundation
internal import GRDB

extension IndexError {
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
        case let error as IndexError: self = error
        case let error as DatabaseError: self.init(sqlite: error.resultCode)
        case is CancellationError: self = .cancelled
        case let error as CocoaError:
            if let system = error.underlying as? POSIXError {
                self.init(errno: system.code.rawValue)
            } else {
                self.init(cocoa: error.code)
            }
        case let error as POSIXError: self.init(errno: error.code.rawValue)
        default: self = .system(code: (error as NSError).code)
        }
    }

    private init(cocoa code: CocoaError.Code) {
        switch code {
        case .fileWriteOutOfSpace: self = .diskFull
        case .fileWriteNoPermission, .fileReadNoPermission, .fileWriteVolumeReadOnly, .fileWriteFileExists:
            self = .denied
        default: self = .system(code: code.rawValue)
        }
    }

    private init(sqlite code: ResultCode) {
        switch code {
        case .SQLITE_BUSY, .SQLITE_LOCKED: self = .busy
        case .SQLITE_FULL: self = .diskFull
        case .SQLITE_NOTADB, .SQLITE_CORRUPT, .SQLITE_FORMAT: self = .damaged(table: "database", row: nil)
        case .SQLITE_CANTOPEN, .SQLITE_PERM, .SQLITE_AUTH, .SQLITE_READONLY: self = .denied
        case .SQLITE_INTERRUPT, .SQLITE_ABORT: self = .cancelled
        default: self = .system(code: Int(code.rawValue))
        }
    }
}
