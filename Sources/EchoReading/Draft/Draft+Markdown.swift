internal import EchoCore

extension Draft {
    /// The draft as Markdown, ending in a line end; the first line is ``Notice/draftFirstLine``.
    ///
    /// What came from reports is escaped, so that it cannot become a heading, a link or markup.
    public var markdown: String { markdown(edits: []) }

    /// The same, with what a person put in the place of some sections.
    func markdown(edits: [SectionEdit]) -> String {
        var lines = [banner, "", "*\(notice)*", "", "Study `\(study)`, status `\(status.rawValue)`", ""]
        for section in sections {
            lines += ["## \(Self.escaped(section.title))", ""]
            if let edit = edits.first(where: { $0.section == section.id }) {
                lines += ["*\(SectionEdit.label)*", ""]
                lines += edit.lines.map { "- \(Self.escaped($0))" } + [""]
                continue
            }
            if let abstention = section.abstention {
                lines += ["*No statement: \(Self.escaped(abstention.reason))*", ""]
            }
            for sentence in section.sentences {
                lines.append("- \(Self.escaped(sentence.labeled))  ")
                lines += ["  <sub>from \(Self.escaped(sentence.provenance))</sub>", ""]
            }
        }
        lines += ["## Quality and limitations of this draft", ""]
        lines += limitations.map { "- \(Self.escaped($0))" }
        return lines.joined(separator: "\n") + "\n"
    }

    /// The text with Markdown's and HTML's marks made plain.
    package static func escaped(_ text: String) -> String {
        var result = ""
        for character in text {
            if "\\`*_[]<>#|!&~".contains(character) { result.append("\\") }
            result.append(character.isNewline ? " " : character)
        }
        return result
    }
}
