internal import EchoCore

extension Draft {
    /// The draft as plain text, ending in a line end; the first line is ``Notice/draftFirstLine``.
    public var text: String {
        var lines = [banner, notice, "Study \(study), status \(status.rawValue)", ""]
        for section in sections {
            lines.append(section.title.uppercased())
            if let abstention = section.abstention {
                lines.append("  No statement: \(abstention.reason)")
            }
            for sentence in section.sentences {
                lines.append("  \(sentence.labeled)")
                lines.append("    from \(sentence.provenance)")
            }
            lines.append("")
        }
        lines.append("QUALITY AND LIMITATIONS OF THIS DRAFT")
        lines += limitations.map { "  \($0)" }
        return lines.joined(separator: "\n") + "\n"
    }
}

extension DraftSentence {
    /// The text, a prior's with its date before it.
    package var labeled: String { priorDate.map { "[prior of \($0)] \(text)" } ?? text }
}
