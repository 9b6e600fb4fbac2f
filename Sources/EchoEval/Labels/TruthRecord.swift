import EchoCore
import EchoPhantom

/// One line of `truth.ndjson`, as far as an evaluation needs it; other keys are passed over.
struct TruthRecord: Decodable {
    /// `study`, `clip`, or anything else, which says nothing of labels.
    let record: String
    let patient: String?
    let study: String?
    let studyInstanceUid: String?
    let date: String?
    let site: String?
    let split: String?
    let findings: TruthFindings?
    let changes: [CourseEvent]?
    let path: String?
    let view: String?
    let kind: ClipKind?
    let seed: UInt64?

    /// A `study` line's name and labels.
    func study(line: Int) throws(EvalError) -> (String, LabelledStudy) {
        guard let study, let patient, let findings else {
            throw .labels(problem: "a study needs `patient`, `study` and `findings`", line: line)
        }
        let day = date.flatMap { CalendarDay.number($0) }
        if date != nil, day == nil { throw .labels(problem: "`date` is no day", line: line) }
        var labelled = LabelledStudy(
            names: [studyInstanceUid, study].compactMap { $0 }, patient: patient, day: day, site: site,
            split: split)
        findings.fill(&labelled)
        labelled.changes = changes
        return (study, labelled)
    }

    /// A `clip` line's study and labels; a clip that was never written has no path.
    func clip(line: Int) throws(EvalError) -> (line: Int, study: String, clip: LabelledClip) {
        guard let study else { throw .labels(problem: "a clip needs `study`", line: line) }
        return (line, study, LabelledClip(path: path, view: view, kind: kind))
    }

    /// What is wrong with a line, without its content.
    static func problem(_ error: any Error) -> String {
        guard let error = error as? DecodingError else { return "the line is not a JSON object" }
        switch error {
        case .keyNotFound(let key, _): return "there is no `\(key.stringValue)`"
        case .typeMismatch(_, let context), .valueNotFound(_, let context):
            return "`\(context.codingPath.map(\.stringValue).joined(separator: "."))` is of another kind"
        case .dataCorrupted(let context) where !context.codingPath.isEmpty:
            return
                "`\(context.codingPath.map(\.stringValue).joined(separator: "."))` has a value nobody knows"
        default: return "the line is not a JSON object"
        }
    }
}
