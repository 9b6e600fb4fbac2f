import EchoCore
import EchoReading
import EchoService

extension Stamped<PriorList> {
    /// The patient's own studies, then, apart, other patients' where asked.
    func priorLines(on terminal: Terminal) -> [String] {
        var lines = [terminal.bold("Same patient as \(name(of: answer.study)), newest first")]
        lines +=
            answer.priors.isEmpty
            ? ["No other study of this patient is in the index."] : table(answer.priors, on: terminal)
        if let limitation = answer.limitation { lines.append(limitation) }
        if let similar = answer.similar {
            lines += ["", terminal.bold("OTHER PATIENTS, by embedding")] + table(similar, on: terminal)
            lines += answer.similarNotice.map { [$0] } ?? []
        }
        return lines + [""] + stamp.lines + [answer.notice]
    }

    private func table(_ priors: [Prior], on terminal: Terminal) -> [String] {
        var table = TextTable(
            ["rank", "study", "date", "timing", "similarity", "basis", "name"], flexible: "name")
        for prior in priors {
            table.add([
                String(prior.rank), prior.study.text, prior.date ?? "-", prior.timing.rawValue,
                prior.similarity.map { Decimals.score($0) } ?? "-", prior.matchBasis.rawValue,
                studies[prior.study]?.studyKey ?? "-",
            ])
        }
        return table.lines(on: terminal)
    }
}
