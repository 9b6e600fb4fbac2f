/// Cuts a report into sentences and says which section each belongs to.
///
/// Reads plain text, headed text, numbered and dashed lists, and transcriptions whose line ends became
/// commas (`FINDINGS: ,1.  Normal.,2.  …`). The same text gives the same sentences.
public struct ReportSplitter: Sendable {
    private let headings: [String: String]
    private let general: Set<String>
    private let ignored: PhraseMatcher<Bool>
    private let sentences: SentenceSplitter
    private let sections: SectionMatcher

    /// Reads the lexicon.
    public init(_ lexicon: ReportSections) {
        var headings: [String: String] = [:]
        for section in lexicon.sections {
            for heading in section.headings { headings[Words(heading).key] = section.id }
        }
        self.headings = headings
        general = Set((lexicon.generalHeadings + lexicon.ignoredHeadings).map { Words($0).key })
        ignored = PhraseMatcher(lexicon.ignoredHeadings.map { ($0, true) })
        sentences = SentenceSplitter(abbreviations: lexicon.abbreviations)
        sections = SectionMatcher(lexicon)
    }

    /// The report's sentences in order.
    ///
    /// - Complexity: O(length).
    public func split(_ report: String) -> [ReportSentence] {
        var result: [ReportSentence] = []
        var heading: String?
        for line in ReportLines(report).lines {
            if line.isEmpty {
                if result.last?.heading == heading { heading = nil }
                continue
            }
            let pieces = sentences.split(line)
            for piece in pieces {
                var rest = SentenceSplitter.withoutMarker(piece)
                if let (found, remainder) = leadingHeading(rest, isLine: pieces.count == 1) {
                    heading = found
                    rest = SentenceSplitter.withoutMarker(remainder)
                }
                let text = ReportLines.trimmed(rest)
                guard text.contains(where: \.isLetter) else { continue }
                result.append(
                    ReportSentence(
                        ordinal: result.count, text: text, heading: heading,
                        section: section(of: text, under: heading)))
            }
        }
        return result
    }

    /// A heading's section, else the keywords'; none under a heading that findings do not stand under.
    private func section(of sentence: String, under heading: String?) -> String? {
        if let heading {
            if let section = headings[Words(heading).key] { return section }
            if !ignored.matches(in: heading).isEmpty { return nil }
        }
        return sections.section(of: sentence)
    }

    /// A heading that a piece begins with, and what follows it; `nil` where it begins with none.
    ///
    /// Known headings count in any case and without a colon where they are a whole line; unknown ones need a
    /// colon and capitals. A value after the colon (`LVEF: 55%`) makes the whole a sentence.
    private func leadingHeading(_ piece: String, isLine: Bool) -> (heading: String, rest: String)? {
        guard let colon = piece.firstIndex(of: ":") else {
            let key = Words(piece).key
            let isKnown = headings[key] != nil || general.contains(key)
            return isLine && isKnown && !piece.hasSuffix(".") ? (piece, "") : nil
        }
        let head = ReportLines.trimmed(String(piece[..<colon]))
        let rest = ReportLines.trimmed(String(piece[piece.index(after: colon)...]))
        let words = head.split(separator: " ").count
        guard (1...6).contains(words), !head.contains("."), head.contains(where: \.isLetter) else {
            return nil
        }
        let key = Words(head).key
        let isKnown = headings[key] != nil || general.contains(key)
        guard isKnown || head == head.uppercased() else { return nil }
        let isMarked = SentenceSplitter.withoutMarker(rest) != rest
        if let first = rest.first, first.isNumber || "<>~".contains(first), !isMarked { return nil }
        return (head, rest)
    }
}
