import EchoCore
import EchoReading
import EchoService

extension Stamped<AskAnswer> {
    /// A table with the threshold's absence or presence, and the notices, below it.
    func askLines(on terminal: Terminal) -> [String] {
        let isGraded = answer.category != nil
        var table = TextTable(
            ["rank", "score", "pct", "study", "date"] + (isGraded ? ["nearest"] : []) + ["look at", "frame"])
        for result in answer.results {
            let look = result.bestFrame?.clip ?? result.bestClip
            table.add(
                [
                    String(result.rank), Decimals.score(result.score), Decimals.percent(result.percentile),
                    result.study.text, studies[result.study]?.date ?? "-",
                ] + (isGraded ? [result.bestCategory ?? "-"] : [])
                    + [look?.text ?? "-", result.bestFrame.map { String($0.frame) } ?? "-"])
        }
        let title = answer.category.map { "\(answer.title): \($0)" } ?? answer.title
        let verdict = answer.threshold.map { "Threshold \($0.value), from \($0.source)." }
        return [terminal.bold(title)] + table.lines(on: terminal)
            + [
                "",
                "\(Counted.studies(answer.scored)) scored, \(answer.unscored.count) without a usable clip.",
            ]
            + [verdict ?? "No threshold is calibrated for this model: ranks only, no verdict."]
            + RareTokens.lines(rareTokenShare) + stamp.lines + [answer.scoring, answer.notice]
    }
}
