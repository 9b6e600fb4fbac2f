internal import EchoCore

extension ReadingError {
    /// For failures about vectors; any other's own.
    var vectorReport: FailureReport {
        switch self {
        case .noFrames:
            FailureReport(
                "reading.noFrames", .badInput,
                reason: "There are 0 frames to score, at least 1 is needed.",
                remedy: "Ingest the clip again with a frame rule that keeps per-frame vectors.")
        case .noPrompts:
            FailureReport(
                "reading.noPrompts", .badInput,
                reason: "There are 0 prompts to score against, at least 1 is needed.",
                remedy: "Add a sentence under `prompts` in the prompt set.")
        case .dimension(let found, let expected):
            FailureReport(
                "reading.dimension", .misconfigured,
                reason: "A vector of \(found) values meets one of \(expected).",
                remedy: "Use vectors of one model: check with `echoseek model list` which one the index has.")
        case .promptCount(let found, let expected):
            FailureReport(
                "reading.promptCount", .defect,
                reason: "\(found) values came for \(expected) prompts.",
                remedy: "Embed the prompt set again; if it happens once more, report a defect.")
        case .tooFewPrompts(let found, let expected):
            FailureReport(
                "reading.tooFewPrompts", .badInput,
                reason: "The set has \(found) prompts; an estimate needs \(expected), to have a top fifth.",
                remedy: "Widen the range, or add a template.")
        case .noUsableClip(let clips):
            FailureReport(
                "reading.noUsableClip", .badInput,
                reason: "None of the study's \(clips) clips is B-mode, at least 1 is needed.",
                remedy: "See `echoseek list clips` for what each clip was taken for.")
        case .vectors(let error): error.report
        case .wrongKind, .promptSet, .unknownCategory, .published, .sections, .readout, .sameStudy,
            .notEncodable:
            report
        }
    }

    /// For failures about prompts; any other's own.
    var promptReport: FailureReport {
        switch self {
        case .wrongKind(let set, let found, let expected):
            FailureReport(
                "reading.wrongKind", .badInput,
                reason: "Prompt set \(set) is \(found.rawValue); this question takes "
                    + "\(expected.map(\.rawValue).joined(separator: " or ")).",
                remedy: found == .regression
                    ? "Use `echoseek estimate \(set)`." : "Use `echoseek ask \(set)`.")
        case .promptSet(let name, let problem):
            FailureReport(
                "reading.promptSet", .badInput, reason: "Prompt set \(name): \(problem.words)",
                remedy: "Correct the prompt set's file; `Models/README.md` describes its keys.")
        case .unknownCategory(let expected):
            FailureReport(
                "reading.unknownCategory", .notFound,
                reason: "There is no such category; the set has \(expected.joined(separator: ", ")).",
                remedy: "Give one of the set's categories.")
        case .published(let task, let problem):
            FailureReport(
                "reading.published", .badInput,
                reason: "\(task.map { "Task \($0)" } ?? "The file"): \(problem.words)",
                remedy: "Import the prompt file of the published repository as it was downloaded.")
        case .noFrames, .noPrompts, .dimension, .promptCount, .tooFewPrompts, .noUsableClip, .vectors,
            .sections, .readout, .sameStudy, .notEncodable:
            report
        }
    }

    /// For the remaining failures; any other's own.
    var otherReport: FailureReport {
        switch self {
        case .sections(let problem):
            FailureReport(
                "reading.sections", .badInput, reason: "The report sections: \(problem.words)",
                remedy: "Correct the file; `Models/report/sections-en.yaml` is a working one.")
        case .readout(let name, let problem):
            FailureReport(
                "reading.readout", .damaged, reason: "The model's readout \(name): \(problem.words)",
                remedy: "Check the model with `echoseek model verify`, and import or install it again.")
        case .sameStudy:
            FailureReport(
                "reading.sameStudy", .badInput,
                reason: "The two studies are one and the same; a comparison takes two.",
                remedy: "Name another study: `echoseek priors STUDY` lists the patient's.")
        case .notEncodable:
            FailureReport(
                "reading.notEncodable", .defect,
                reason: "A result holds a number that JSON cannot write; all are expected to be finite.",
                remedy: "Run `echoseek index verify`; if it passes, report a defect.")
        case .noFrames, .noPrompts, .dimension, .promptCount, .tooFewPrompts, .noUsableClip, .vectors,
            .wrongKind, .promptSet, .unknownCategory, .published:
            report
        }
    }
}
