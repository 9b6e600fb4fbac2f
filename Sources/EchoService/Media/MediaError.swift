public import EchoCore

/// Why a clip cannot be shown.
public enum MediaError: EchoFailure, Equatable {
    /// The clip's file is no longer where it was.
    case noOriginal
    /// Another file lies where the clip's was.
    case changedOriginal
    /// The clip has fewer frames.
    case noFrame(found: Int, count: Int)
    /// The sector cannot be found safely, so that nothing can be shown without what is around it.
    case noMask
    /// A contact sheet has 1 frame to as many as the limit says.
    case badSheet(found: Int, limit: Int)
    /// As many files wait to be drawn as may.
    case busy(retryAfter: Duration)
    /// The disk is full.
    case diskFull
    /// The operating system refused; `code` is its number.
    case system(code: Int)

    /// When to try again; `nil` where that alone would not help.
    public var retryAfter: Duration? {
        if case .busy(let time) = self { time } else { nil }
    }

    /// What to tell the person.
    public var report: FailureReport {
        FailureReport("media.\(facts.name)", facts.kind, reason: facts.reason, remedy: facts.remedy)
    }

    private var facts: (name: String, kind: FailureKind, reason: String, remedy: String) {
        switch self {
        case .noOriginal:
            (
                "noOriginal", .notFound, "The clip's file is no longer where it was when it was embedded.",
                "Put it back, or send the file again: the same bytes become the same clip."
            )
        case .changedOriginal:
            (
                "changedOriginal", .damaged, "Another file lies where the clip's file was.",
                "Put the old one back, or send it again; `echoseek ingest` takes in the new one."
            )
        case .noFrame(let found, let count):
            (
                "noFrame", .notFound, "There is no frame \(found): the clip has \(count), counted from 0.",
                "Ask for one of them."
            )
        case .noMask:
            (
                "noMask", .badInput,
                "The sector cannot be found safely, so that the clip cannot be shown without what is around it.",
                "Ask for the whole picture, where that is permitted."
            )
        case .badSheet(let found, let limit):
            (
                "badSheet", .badInput, "A contact sheet has 1 to \(limit) frames, not \(found).",
                "Ask for fewer frames."
            )
        case .busy(let time):
            (
                "busy", .busy, "As many pictures wait to be drawn as may.",
                "Try again in \(time.components.seconds) s."
            )
        case .diskFull:
            (
                "diskFull", .systemError, "The disk is full, and nothing can be drawn onto it.",
                "Free some space and try again."
            )
        case .system(let code):
            (
                "system", .systemError, "The operating system refused to keep what was drawn (code \(code)).",
                "Look at the folder `service` beside the index, and at the disk."
            )
        }
    }
}

extension MediaError: DiskFailure {}
