import EchoCore
import EchoReading
import EchoService

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
        var lines = [
            "first   \(name(of: answer.first))", "second  \(name(of: answer.second))", samePatient,
            terminal.bold("Study cosine \(Decimals.score(answer.cosine))"),
        ]
        lines += table.lines(on: terminal)
        for clip in answer.unpaired { lines.append("no partner  \(clip.text)") }
        for clip in answer.leftOut { lines.append("left out    \(clip.clip.text): \(clip.reason)") }
        return lines + published + ["", answer.reading] + stamp.lines + [answer.notice]
    }

    private var samePatient: String {
        switch answer.samePatient {
        case true?: "Same patient by identifier."
        case false?: "DIFFERENT PATIENTS by identifier."
        case nil: "Whether it is one patient is not known: an identifier is missing."
        }
    }

    /// Published cosines, the source and the caveat once for all that share them.
    private var published: [String] {
        var lines: [String] = []
        var last: ReferenceBand?
        for band in answer.reference {
            if band.source != last?.source || band.caveat != last?.caveat {
                lines += ["", "Mean cosines in \(band.source)", band.caveat]
            }
            lines.append("  \(Decimals.hundredths(band.meanCosine))  \(band.pairs)")
            last = band
        }
        return lines
    }
}
