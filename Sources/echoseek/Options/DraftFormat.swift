import ArgumentParser
import EchoReading

/// How a draft is written.
enum DraftFormat: String, CaseIterable, ExpressibleByArgument {
    case text, markdown, json

    /// What stands between two drafts.
    var separator: String {
        switch self {
        case .text: "\n\n"
        case .markdown: "\n---\n\n"
        case .json: ""
        }
    }

    /// The draft with the line end that it ends in; JSON is one line, so that several are NDJSON.
    func write(_ draft: Draft) throws -> String {
        switch self {
        case .text: draft.text
        case .markdown: draft.markdown
        case .json: try draft.json(pretty: false) + "\n"
        }
    }
}
