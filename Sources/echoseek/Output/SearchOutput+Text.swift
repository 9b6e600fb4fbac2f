import EchoCore
import EchoService

extension SearchOutput {
    /// A table with the notices below it.
    func lines(on terminal: Terminal) -> [String] {
        var table = TextTable(["rank", "score", "pct", "study", "date", "clip", "kind", "file"])
        for result in results {
            table.add([
                String(result.rank), Decimals.score(result.score), Decimals.percent(result.percentile),
                result.study.text, result.date ?? "-", result.clip?.text ?? "-", result.kind?.rawValue ?? "-",
                result.path.map { Names.last($0) } ?? "-",
            ])
        }
        return table.lines(on: terminal) + ["", "\(results.count) of \(considered) considered."]
            + stamp.lines + notices
    }
}

extension ModelStamp {
    /// The model, and what it wants said.
    var lines: [String] { ["Model: \(model)"] + (modelNotice.map { ["Note: \($0)"] } ?? []) }
}
