import EchoCore
import EchoReading
import EchoService

extension Stamped<Estimate> {
    /// The value with its spread, or why there is none.
    func estimateLines(on terminal: Terminal) -> [String] {
        let value = answer.value.map { "\(Decimals.percent(Double($0))) \(answer.unit)" } ?? "none"
        var lines = [terminal.bold("\(answer.set) of \(name(of: answer.study)): \(value)")]
        lines.append(
            "Formula: \(answer.formula.rawValue); \(Counted.of(answer.frames, "frame")). \(answer.rule)")
        if let spread = answer.perFrame { lines.append(spread.line) }
        if let abstention = answer.abstention { lines.append("Abstained: \(abstention.reason)") }
        for clip in answer.clips {
            let value = Decimals.percent(Double(clip.value))
            lines.append("  \(clip.clip.text)  \(value) from \(Counted.of(clip.frames, "frame"))")
        }
        for clip in answer.leftOut { lines.append("  \(clip.clip.text)  left out: \(clip.reason)") }
        if let provenance = answer.provenance { lines.append("From: \(provenance)") }
        return lines + RareTokens.lines(rareTokenShare) + stamp.lines + [answer.notice]
    }
}

extension Spread {
    /// How far apart the frames are, in one line.
    fileprivate var line: String {
        let numbers = [minimum, median, maximum].map { Decimals.percent(Double($0)) }
        return "Per frame: from \(numbers[0]) to \(numbers[2]), median \(numbers[1])"
    }
}
