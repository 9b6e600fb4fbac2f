import EchoPhantom
import EchoService

/// A user's own CSV of labels: one row a study, blanks are unlabelled, unknown columns are named and passed over.
///
/// Columns: `study` (StudyInstanceUID, manifest name or accession number; needed), `patient`, `date`
/// (YYYY-MM-DD), `site`, `split`, `changes` (``EchoPhantom/CourseEvent`` names with semicolons between; `none`),
/// each ``BinaryFinding`` (yes/no), each ``GradedFinding`` (grade), each ``Quantity`` (number).
enum LabelTable {
    static let plainColumns = ["study", "patient", "date", "site", "split", "changes"]

    /// - Throws: ``EvalError/labels(problem:line:)``.
    static func read(_ path: String) throws(EvalError) -> LabelSet {
        let rows: [TableFile.Row]
        do { rows = try TableFile(path: path).rows } catch {
            guard let error = error as? ServiceError, case .table(let problem, let line) = error else {
                throw .labels(problem: "the file cannot be read", line: 0)
            }
            throw .labels(problem: problem, line: line)
        }
        var lines: [String: Int] = [:]
        var labels = LabelSet(studies: [])
        for row in rows {
            let study = try LabelRow(fields: row.fields, line: row.line).study()
            if let earlier = lines.updateValue(row.line, forKey: study.names[0]) {
                throw .labels(problem: "the study stands in line \(earlier) already", line: row.line)
            }
            labels.studies.append(study)
        }
        let known = Set(
            plainColumns + BinaryFinding.allCases.map(\.rawValue) + GradedFinding.allCases.map(\.rawValue)
                + Quantity.allCases.map(\.rawValue))
        labels.ignored = Set(rows.flatMap(\.fields.keys)).subtracting(known).sorted()
        return labels
    }
}
