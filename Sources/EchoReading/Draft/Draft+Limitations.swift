internal import EchoCore

extension Draft {
    /// What the draft rests on and what it lacks, one line each: printed with every format.
    public var limitations: [String] {
        var lines = ["Clips used: \(clipsUsed.count)\(list(clipsUsed.map(\.text)))."]
        lines += leftOut.map { "Left out: \($0.line)" }
        lines.append(viewLine)
        lines.append(thresholdLine)
        lines.append("Sections without a statement: \(abstentions) of \(sections.count).")
        let withheld = sections.reduce(0) { $0 + $1.withheld }
        if withheld > 0 {
            lines.append("Nearer captions withheld because they speak of their own patient: \(withheld).")
        }
        lines.append("Model \(context.model), weights \(context.weights.hex).")
        lines.append("Vectors: \(context.fingerprint).")
        lines.append("Index snapshot \(context.indexSnapshot).")
        if let modelNotice = context.modelNotice { lines.append("Model notice: \(modelNotice)") }
        return lines
    }

    private var viewLine: String {
        let seen = viewsSeen.isEmpty ? "none named" : viewsSeen.joined(separator: ", ")
        if viewsUnnamed > 0 {
            return "Views: \(seen); \(viewsUnnamed) clips have no named view, so missing views are not known."
        }
        let missing = viewsMissing.isEmpty ? "none" : viewsMissing.joined(separator: ", ")
        return "Views: \(seen); missing: \(missing)."
    }

    private var thresholdLine: String {
        let score = options.minimumScore.map { "minimum score \($0.fixed(3))" } ?? "no minimum score"
        let margin = options.minimumMargin.map { "minimum margin \($0.fixed(3))" } ?? "no minimum margin"
        return "Set by the site: \(score), \(margin); at least \(options.minimumClips) B-mode clips."
    }

    private func list(_ texts: [String]) -> String {
        texts.isEmpty ? "" : " (\(texts.joined(separator: ", ")))"
    }
}
