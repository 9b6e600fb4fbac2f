internal import EchoCore

extension IndexError {
    /// The stable name.
    var code: String { "index.\(name)" }

    private var name: String {
        switch self {
        case .busy: "busy"
        case .noIndex: "noIndex"
        case .newerFormat: "newerFormat"
        case .damaged: "damaged"
        case .mixedSpace: "mixedSpace"
        case .noSpace: "noSpace"
        case .notFound: "notFound"
        case .ambiguous: "ambiguous"
        case .diskFull: "diskFull"
        case .denied: "denied"
        case .readOnly: "readOnly"
        case .targetNotEmpty: "targetNotEmpty"
        case .damagedBackup: "damagedBackup"
        case .cancelled: "cancelled"
        case .system: "system"
        }
    }

    /// Whose fault it is.
    var kind: FailureKind {
        switch self {
        case .busy: .busy
        case .noIndex, .notFound: .notFound
        case .damaged, .damagedBackup: .damaged
        case .newerFormat, .mixedSpace, .noSpace: .misconfigured
        case .ambiguous, .targetNotEmpty: .badInput
        case .denied: .denied
        case .readOnly: .defect
        case .diskFull, .system: .systemError
        case .cancelled: .cancelled
        }
    }

    var reason: String {
        switch self {
        case .busy: "Another process is writing to this index."
        case .noIndex: "There is no index in this folder."
        case .newerFormat(let found, let supported):
            "The index has format \(found), and this program knows formats up to \(supported)."
        case .damaged(let table, let row):
            "A record does not read back as it was written: \(table)" + (row.map { ", row \($0)." } ?? ".")
        case .mixedSpace(let slot, let differing):
            "The \(slot.rawValue) vectors of this index were made with other settings; these differ: "
                + differing.map(\.rawValue).joined(separator: ", ") + "."
        case .noSpace(let slot): "The index has no \(slot.rawValue) vectors."
        case .notFound(let subject): "The index has no such \(subject.rawValue)."
        case .ambiguous(let subject, let count):
            "That name is shared by \(count) entries, each a \(subject.rawValue)."
        case .diskFull: "The disk is full; nothing was acknowledged that is not stored."
        case .denied: "The system refuses access to the index folder."
        case .readOnly: "The index was opened for reading, and this call writes."
        case .targetNotEmpty: "The target folder already holds something."
        case .damagedBackup: "A file of the backup is missing, or not what the backup's manifest says."
        case .cancelled: "The work was ended before it was done."
        case .system(let code): "The database or the system failed with code \(code)."
        }
    }

    var remedy: String {
        switch self {
        case .busy: "Wait until that process has ended, or end it, and try again."
        case .noIndex: "Check the path, or ingest into it first."
        case .newerFormat: "Use the newer program, or restore a backup made by this one."
        case .damaged:
            "Run `echoseek index verify`, then restore a backup or delete and re-ingest that study."
        case .mixedSpace: "Use the model and settings that the index was made with, or start a new index."
        case .noSpace: "Ingest with a model of that slot first."
        case .notFound: "See what there is with `echoseek list`."
        case .ambiguous: "Give the opaque id instead; `echoseek list` shows it."
        case .diskFull: "Free some space and run the same command again; it goes on where it stopped."
        case .denied: "Check who owns the folder and its permissions."
        case .readOnly: "This is a defect: report it with the code."
        case .targetNotEmpty:
            "Choose an empty folder; only `echoseek index restore --force` replaces what a folder holds."
        case .damagedBackup: "Use another backup."
        case .cancelled: "Run the same command again; it goes on where it stopped."
        case .system: "Check the disk and the system's log, then try again."
        }
    }
}
