import EchoReading

/// Tables and cells of a Markdown report.
enum MarkdownTable {
    static func lines(_ head: [String], _ rows: [[String]]) -> [String] {
        ([head, head.map { _ in "---" }] + rows).map { "| " + $0.joined(separator: " | ") + " |" }
    }

    /// The value with its interval, or why there is none.
    static func cell(_ outcome: Outcome?) -> String {
        switch outcome {
        case .measured(let found):
            return "\(number(found.value)) (\(number(found.low)) to \(number(found.high)))"
        case .notMeasured(_, let reason): return "not measured: \(reason)"
        case nil: return "–"
        }
    }

    /// Three decimals for shares, fewer for larger numbers, none for whole ones.
    static func number(_ value: Double) -> String {
        if value == value.rounded(), abs(value) > 1 || value == 0 { return value.fixed(0) }
        return abs(value) < 2 ? value.fixed(3) : value.fixed(abs(value) < 100 ? 2 : 1)
    }
}
