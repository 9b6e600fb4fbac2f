import EchoCore
import EchoIndex
import EchoService

extension SearchOutput {
    /// A table with the notices below it.
    func lines(on terminal: Terminal) -> [String] {
        (level == .clip ? clipTable : studyTable).lines(on: terminal)
            + ["", "\(results.count) of \(considered) \(level == .clip ? "clips" : "studies") considered."]
            + RareTokens.lines(rareTokenShare) + stamp.lines + notices
    }

    private var clipTable: TextTable {
        var table = TextTable(
            ["rank", "score", "pct", "study", "date", "clip", "kind", "file"], flexible: "file")
        for result in results {
            table.add([
                String(result.rank), Decimals.score(result.score), Decimals.percent(result.percentile),
                result.study.text, result.date ?? "-", result.clip?.text ?? "-", result.kind?.rawValue ?? "-",
                result.path.map { Names.last($0) } ?? "-",
            ])
        }
        return table
    }

    private var studyTable: TextTable {
        var table = TextTable(
            ["rank", "score", "pct", "study", "date", "patient", "name"], flexible: "name")
        for result in results {
            table.add([
                String(result.rank), Decimals.score(result.score), Decimals.percent(result.percentile),
                result.study.text, result.date ?? "-", result.patient?.text ?? "-", result.studyKey ?? "-",
            ])
        }
        return table
    }
}
