import EchoPhantom

/// One row of a user's label table.
struct LabelRow {
    /// By lower-case column name; blank fields are not there.
    let fields: [String: String]
    /// For messages.
    let line: Int

    private static let yes = ["1", "yes", "y", "true", "present"]
    private static let no = ["0", "no", "n", "false", "absent"]

    /// - Throws: ``EvalError/labels(problem:line:)``.
    func study() throws(EvalError) -> LabelledStudy {
        guard let name = fields["study"] else { throw problem("there is no `study`") }
        let day = fields["date"].flatMap { CalendarDay.number($0) }
        if fields["date"] != nil, day == nil { throw problem("`date` is no day written YYYY-MM-DD") }
        var study = LabelledStudy(
            names: [name], patient: fields["patient"] ?? "study \(name)", day: day, site: fields["site"],
            split: fields["split"])
        for finding in BinaryFinding.allCases { study.flags[finding] = try flag(finding.rawValue) }
        for finding in GradedFinding.allCases { study.grades[finding] = try grade(finding.rawValue) }
        for quantity in Quantity.allCases { study.numbers[quantity] = try number(quantity) }
        study.changes = try changes()
        return study
    }

    private func flag(_ column: String) throws(EvalError) -> Bool? {
        guard let text = fields[column]?.lowercased() else { return nil }
        if Self.yes.contains(text) { return true }
        if Self.no.contains(text) { return false }
        throw problem("`\(column)` is neither yes nor no")
    }

    private func grade(_ column: String) throws(EvalError) -> Severity? {
        guard let text = fields[column]?.lowercased() else { return nil }
        switch text {
        case "normal", "none", "no", "0": return .normal
        case "mild", "small", "1": return .mild
        case "moderate", "2": return .moderate
        case "severe", "large", "3": return .severe
        default: throw problem("`\(column)` is no grade: normal, mild, moderate or severe")
        }
    }

    private func number(_ quantity: Quantity) throws(EvalError) -> Double? {
        guard let text = fields[quantity.rawValue] else { return nil }
        guard let number = Double(text), quantity.range.contains(number) else {
            let (low, high) = (Int(quantity.range.lowerBound), Int(quantity.range.upperBound))
            throw problem("`\(quantity.rawValue)` is no number from \(low) to \(high)")
        }
        return number
    }

    private func changes() throws(EvalError) -> [CourseEvent]? {
        guard let text = fields["changes"] else { return nil }
        if text.lowercased() == "none" { return [] }
        var events: [CourseEvent] = []
        for part in text.split(separator: ";") {
            let name = String(part.drop { $0 == " " }.prefix { $0 != " " })
            guard let event = CourseEvent(rawValue: name) else {
                throw problem("`changes` names an event nobody knows")
            }
            events.append(event)
        }
        return events
    }

    private func problem(_ words: String) -> EvalError { .labels(problem: words, line: line) }
}
