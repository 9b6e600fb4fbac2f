import EchoEval
import EchoReading
import EchoService

extension EvalReport {
    /// The goals, then every metric, then the notices.
    func textLines(on terminal: Terminal) -> [String] {
        var lines: [String] = []
        let goals = goals
        if !goals.isEmpty {
            var table = TextTable(["goal", "limit", "value", "met"])
            for line in goals {
                table.add([
                    line.metric, (line.direction == .atLeast ? ">= " : "<= ") + Decimals.three(line.goal),
                    Self.number(part.metrics[line.metric]?.value), line.met.map { $0 ? "yes" : "NO" } ?? "-",
                ])
            }
            lines += table.lines(on: terminal) + [""]
        }
        var table = TextTable(["metric", "value", "low", "high", "n", "why not"], flexible: "why not")
        for name in part.metrics.names {
            guard let outcome = part.metrics[name] else { continue }
            let interval: Interval? = if case .measured(let found) = outcome { found } else { nil }
            table.add([
                name, Self.number(interval?.value), Self.number(interval?.low), Self.number(interval?.high),
                "\(outcome.n)", outcome.reason ?? "",
            ])
        }
        lines += table.lines(on: terminal)
        lines += ["", "\(Counted.studies(studies)) of \(Counted.of(patients, "patient")).", trainingCheck]
        return lines + stamps.flatMap(\.lines) + [Notice.notADiagnosis]
    }

    private static func number(_ value: Double?) -> String { value.map { Decimals.three($0) } ?? "-" }
}
