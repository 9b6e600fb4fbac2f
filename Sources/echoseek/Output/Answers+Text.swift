import EchoCore
import EchoReading
import EchoService

extension Stamped<AskAnswer> {
    /// A table with the threshold's absence or presence, and the notices, below it.
    func askLines(on terminal: Terminal) -> [String] {
        var table = TextTable(["rank", "score", "pct", "study", "date", "best clip", "frame"])
        for result in answer.results {
            table.add([
                String(result.rank), Decimals.score(result.score), Decimals.percent(result.percentile),
                result.study.text, studies[result.study]?.date ?? "-", result.bestClip?.text ?? "-",
                result.bestFrame.map { String($0.frame) } ?? "-",
            ])
        }
        let verdict = answer.threshold.map { "Threshold \($0.value), from \($0.source)." }
        return [terminal.bold(answer.title)] + table.lines(on: terminal)
            + ["", "\(answer.scored) studies scored, \(answer.unscored.count) without a usable clip."]
            + [verdict ?? "No threshold is calibrated for this model: ranks only, no verdict."]
            + stamp.lines + [answer.scoring, answer.notice]
    }
}

extension Stamped<Estimate> {
    /// The value with its spread, or why there is none.
    func estimateLines(on terminal: Terminal) -> [String] {
        let value = answer.value.map { "\(Decimals.percent(Double($0))) \(answer.unit)" } ?? "none"
        var lines = [terminal.bold("\(answer.set) of \(answer.study.text): \(value)")]
        lines.append("Formula: \(answer.formula.rawValue); \(answer.frames) frames. \(answer.rule)")
        if let spread = answer.perFrame { lines.append(spread.line) }
        if let abstention = answer.abstention { lines.append("Abstained: \(abstention.reason)") }
        for clip in answer.clips {
            lines.append("  \(clip.clip.text)  \(Decimals.percent(Double(clip.value))) from \(clip.frames) frames")
        }
        for clip in answer.leftOut { lines.append("  \(clip.clip.text)  left out: \(clip.reason)") }
        return lines + stamp.lines + [answer.notice]
    }
}

extension Stamped<PriorList> {
    /// The patient's own studies, then, apart, other patients' where asked.
    func priorLines(on terminal: Terminal) -> [String] {
        var lines = [terminal.bold("Same patient, newest first")] + table(answer.priors, on: terminal)
        if let limitation = answer.limitation { lines.append(limitation) }
        if let similar = answer.similar {
            lines += ["", terminal.bold("OTHER PATIENTS, by embedding")] + table(similar, on: terminal)
            lines += answer.similarNotice.map { [$0] } ?? []
        }
        return lines + stamp.lines + [answer.notice]
    }

    private func table(_ priors: [Prior], on terminal: Terminal) -> [String] {
        var table = TextTable(["rank", "study", "date", "timing", "similarity", "basis"])
        for prior in priors {
            table.add([
                String(prior.rank), prior.study.text, prior.date ?? "-", prior.timing.rawValue,
                prior.similarity.map { Decimals.score($0) } ?? "-", prior.matchBasis.rawValue,
            ])
        }
        return table.lines(on: terminal)
    }
}

extension Stamped<Comparison> {
    /// The study cosine, the matched pairs, what was left out, and how to read it.
    func comparisonLines(on terminal: Terminal) -> [String] {
        var table = TextTable(["first", "second", "view", "cosine", "against mean"])
        for pair in answer.pairs {
            table.add([
                pair.first.text, pair.second.text, pair.view ?? "-", Decimals.score(pair.cosine),
                Decimals.score(pair.delta),
            ])
        }
        var lines = [terminal.bold("Study cosine \(Decimals.score(answer.cosine))")]
        lines += table.lines(on: terminal)
        for clip in answer.leftOut { lines.append("left out \(clip.clip.text): \(clip.reason)") }
        for band in answer.reference {
            lines.append("published, \(band.pairs): \(band.meanCosine) (\(band.source); \(band.caveat))")
        }
        return lines + [answer.reading] + stamp.lines + [answer.notice]
    }
}

extension Spread {
    /// How far apart the frames are, in one line.
    fileprivate var line: String {
        let numbers = [minimum, median, maximum].map { Decimals.percent(Double($0)) }
        return "Per frame: from \(numbers[0]) to \(numbers[2]), median \(numbers[1])"
    }
}
