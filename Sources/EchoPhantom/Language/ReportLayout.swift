/// Sets sentences under headings, each style in its own way.
struct ReportLayout: Sendable {
    let style: WritingStyle

    /// The report's text and its sentences in the text's order.
    func report(_ topics: [Topic], _ random: inout PersonRandom) -> PhantomReport {
        let topics = ReportSectionName.allCases.map { name in (name, topics.filter { $0.section == name }) }
        var sentences: [PhantomSentence] = []
        var blocks: [String] = []
        for (name, topics) in topics where !topics.isEmpty {
            let said = topics.map { $0.sentence(in: style, &random) }
            sentences += said
            let heading = random.pick(name.headings) ?? name.rawValue
            blocks.append(block(heading, said.map(\.text)))
        }
        let separator = isSpaced ? "\n\n" : "\n"
        return PhantomReport(
            style: style, text: blocks.joined(separator: separator) + "\n", sentences: sentences)
    }

    private var isSpaced: Bool { [.prose, .capitals, .letter].contains(style) }

    private func block(_ heading: String, _ sentences: [String]) -> String {
        switch style {
        case .telegram, .dictation, .query: "\(heading): \(sentences.joined(separator: " "))"
        case .prose: "\(heading)\n\(sentences.joined(separator: " "))"
        case .letter: "\(heading):\n\(sentences.joined(separator: " "))"
        case .capitals: heading.uppercased() + "\n" + sentences.map { "- \($0)" }.joined(separator: "\n")
        case .fields: heading + "\n" + sentences.map { "- \($0)" }.joined(separator: "\n")
        }
    }
}
