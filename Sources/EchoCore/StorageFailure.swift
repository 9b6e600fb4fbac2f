internal import Foundation

/// A failure of what keeps a database and files beside it: the disk, SQLite or a task may be at fault.
///
/// What the system says becomes the failure's own words by the rules here, whoever keeps the database.
package protocol StorageFailure: EchoFailure {
    /// Another process has what is needed.
    static var busy: Self { get }
    /// The disk is full.
    static var diskFull: Self { get }
    /// The system refused access.
    static var denied: Self { get }
    /// The caller ended the work.
    static var cancelled: Self { get }
    /// The database's file is not what it was.
    static var damagedDatabase: Self { get }
    /// Anything else, by its number.
    static func system(code: Int) -> Self
}

extension StorageFailure {
    /// Says in our words what a system call's number means; a file where a folder should be refuses access.
    package init(errno code: Int32) {
        if FailureKind.isFullDisk(errno: code) {
            self = .diskFull
        } else if code == ENOTDIR || FailureKind(errno: code) == .denied {
            self = .denied
        } else {
            self = .system(code: Int(code))
        }
    }

    /// Says in our words what Foundation or a task met; a failure of this kind stays as it is.
    package init(system error: any Error) {
        switch error {
        case let error as Self: self = error
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

    /// Says in our words what SQLite's primary result code means.
    ///
    /// - Source: SQLite, Result and Error Codes.
    package init(sqlite code: Int32) {
        switch code {
        case 5, 6: self = .busy  // BUSY, LOCKED
        case 13: self = .diskFull  // FULL
        case 11, 24, 26: self = .damagedDatabase  // CORRUPT, FORMAT, NOTADB
        case 3, 8, 14, 23: self = .denied  // PERM, READONLY, CANTOPEN, AUTH
        case 4, 9: self = .cancelled  // ABORT, INTERRUPT
        default: self = .system(code: Int(code))
        }
    }
}
