public import EchoCore

/// Why files could not be taken in for an ingest.
public enum JobError: EchoFailure, Equatable {
    /// An upload without a file.
    case noFile
    /// More files than a job may have.
    case tooManyFiles(limit: Int)
    /// A file of more bytes than are taken.
    case fileTooLarge(limit: Int)
    /// More bytes than a job may have.
    case jobTooLarge(limit: Int)
    /// As many uploads are under way, or jobs wait, as may.
    case busy(retryAfter: Duration)
    /// What would stay free on the disk is less than has to.
    case noSpace(free: Int, needed: Int)
    /// The disk is full.
    case diskFull
    /// The upload was given up, or failed before.
    case abandoned
    /// The operating system refused; `code` is its number.
    case system(code: Int)
    /// A file that was sent is no longer there.
    case lostFile
    /// What was said of the files that were sent no longer reads.
    case damagedManifest

    /// When to try again; `nil` where that alone would not help.
    public var retryAfter: Duration? {
        if case .busy(let time) = self { time } else { nil }
    }

    /// What to tell the person.
    public var report: FailureReport {
        FailureReport("jobs.\(facts.name)", facts.kind, reason: facts.reason, remedy: facts.remedy)
    }

    private var facts: (name: String, kind: FailureKind, reason: String, remedy: String) {
        switch self {
        case .noFile:
            ("noFile", .badInput, "The upload holds no file.", "Send at least one DICOM, AVI or MP4 file.")
        case .tooManyFiles(let limit):
            ("tooManyFiles", .badInput, "A job has at most \(limit) files.", "Send them in several jobs.")
        case .fileTooLarge(let limit):
            (
                "fileTooLarge", .badInput, "A file has at most \(limit) bytes, and this one has more.",
                "Export the clip by itself."
            )
        case .jobTooLarge(let limit):
            ("jobTooLarge", .badInput, "A job has at most \(limit) bytes.", "Send the files in several jobs.")
        case .busy(let time):
            (
                "busy", .busy, "As many uploads are under way, or jobs wait, as may.",
                "Try again in \(time.components.seconds) s."
            )
        case .noSpace(let free, let needed):
            (
                "noSpace", .systemError,
                "The disk has \(free) bytes left, of which \(needed) have to stay free.",
                "Free some space and try again."
            )
        case .diskFull:
            (
                "diskFull", .systemError, "The disk is full; nothing was acknowledged that is not stored.",
                "Free some space and try again."
            )
        case .abandoned:
            ("abandoned", .badInput, "The upload was given up, or failed before.", "Send the files again.")
        case .system(let code):
            (
                "system", .systemError, "The operating system refused to keep a file (code \(code)).",
                "Look at the folder `service` beside the index, and at the disk."
            )
        case .lostFile:
            (
                "lostFile", .damaged, "A file that was sent is no longer where it was kept.",
                "Send it again; see who removes files from the folder `service`."
            )
        case .damagedManifest:
            (
                "damagedManifest", .damaged, "The manifest that was sent with the files no longer reads.",
                "Cancel the job, and send the files again with their manifest."
            )
        }
    }
}

extension JobError: DiskFailure {}
