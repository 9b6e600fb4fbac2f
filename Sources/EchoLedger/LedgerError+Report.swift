internal import EchoCore

extension LedgerError {
    var name: String {
        switch self {
        case .busy: "busy"
        case .noLedger: "noLedger"
        case .newerFormat: "newerFormat"
        case .damaged: "damaged"
        case .notFound: "notFound"
        case .nameTaken: "nameTaken"
        case .badName: "badName"
        case .tooLong: "tooLong"
        case .wrongState: "wrongState"
        case .diskFull: "diskFull"
        case .denied: "denied"
        case .readOnly: "readOnly"
        case .cancelled: "cancelled"
        case .system: "system"
        }
    }

    var kind: FailureKind {
        switch self {
        case .busy: .busy
        case .noLedger, .notFound: .notFound
        case .damaged: .damaged
        case .newerFormat: .misconfigured
        case .nameTaken, .badName, .tooLong, .wrongState: .badInput
        case .denied: .denied
        case .readOnly: .defect
        case .diskFull, .system: .systemError
        case .cancelled: .cancelled
        }
    }

    var reason: String {
        switch self {
        case .busy: "Another process keeps the ledger to itself."
        case .noLedger: "There is no ledger beside this index."
        case .newerFormat(let found, let supported):
            "The ledger has format \(found), and this program knows formats up to \(supported)."
        case .damaged(let table, let row):
            "A record of the ledger does not read back: \(table)" + (row.map { ", row \($0)." } ?? ".")
        case .notFound(let subject): "The ledger has no such \(subject.rawValue)."
        case .nameTaken: "A key of that name is in use."
        case .badName:
            "A key's name is 1 to 64 letters, digits, dots, dashes, underscores or spaces; this is not."
        case .tooLong(let unit, let found, let limit):
            "The text has \(found) \(unit), at most \(limit) are kept."
        case .wrongState(let state): "The job is \(state.rawValue), and this cannot be done to such a one."
        case .diskFull: "The disk is full; nothing was acknowledged that is not stored."
        case .denied: "The system refuses access to the ledger."
        case .readOnly: "The ledger was opened for reading, and this call writes."
        case .cancelled: "The work was ended before it was done."
        case .system(let code): "The ledger or the system failed with code \(code)."
        }
    }

    var remedy: String {
        switch self {
        case .busy: "Try again; if it lasts, see which process holds the file."
        case .noLedger: "Check the index's path; a server or `echoseek keys create` makes the ledger."
        case .newerFormat: "Use the newer program."
        case .damaged: "Restore the ledger from a copy of the file that was made before."
        case .notFound: "See what there is with `echoseek jobs list` or `echoseek keys list`."
        case .nameTaken: "Choose another name, or revoke that key first."
        case .badName: "Choose a name like `reading-room-2`."
        case .tooLong: "Shorten it."
        case .wrongState: "See its state with `echoseek jobs list`."
        case .diskFull: "Free some space and try again."
        case .denied: "Check who owns the index's folder `service`."
        case .readOnly: "Report a defect."
        case .cancelled: "Do it again to go on."
        case .system: "Look at the system's log; check the disk."
        }
    }
}
