internal import EchoCore

extension Draft {
    /// The draft as plain text, ending in a line end; the first line is ``Notice/draftFirstLine``.
    public var text: String { text(edits: []) }

    /// The same, with what a person put in the place of some sections.
    func text(edits: [SectionEdit]) -> String {
        var lines = [banner, notice, "Study \(study), status \(status.rawValue)", ""]
        for section in sections {
            lines.append(section.title.uppercased())
            if let edit = edits.first(where: { $0.section == section.id }) {
                lines += (["  " + SectionEdit.label] + edit.lines.map { "    " + $0 }) + [""]
                continue
            }
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
