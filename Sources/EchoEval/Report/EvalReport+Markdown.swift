import EchoReading
import EchoService

extension EvalReport {
    /// The whole report as Markdown: notices, goals, the published table's layout, all metrics, slices, rules.
    public var markdown: String {
        var lines = ["# Evaluation: \(measured.rawValue)", ""]
        for stamp in stamps {
            if let notice = stamp.modelNotice { lines += ["**\(stamp.model): \(notice)**", ""] }
        }
        lines += [
            "\(Notice.notADiagnosis)", "",
            "\(studies) labelled studies of \(patients) patients"
                + (split.map { ", split `\($0)`" } ?? "")
                + "; \(unmatched) labelled studies are not in the index. Model "
                + stamps.map { "`\($0.model)`" }.joined(separator: ", ") + ".",
            "Intervals: 95 %, percentile, \(bootstrap.resamples) resamples of patients, seed \(bootstrap.seed).",
            trainingCheck, "",
        ]
        lines += goalLines + shortcutLines + publishedLines + metricLines + matrixLines + sliceLines
        lines += ["## How it was measured", ""] + part.rules.map { "- \($0)" }
        return lines.joined(separator: "\n") + "\n"
    }

    private var goalLines: [String] {
        let goals = goals
        guard !goals.isEmpty else { return [] }
        return ["## Goals", ""]
            + MarkdownTable.lines(
                ["metric", "value (95 %)", "n", "goal", "met"],
                goals.map { line in
                    [
                        line.metric, MarkdownTable.cell(part.metrics[line.metric]),
                        "\(part.metrics[line.metric]?.n ?? 0)",
                        "\(line.direction == .atLeast ? "≥" : "≤") \(MarkdownTable.number(line.goal))",
                        line.met.map { $0 ? "yes" : "**no**" } ?? "not measured",
                    ]
                }) + [""]
    }

    private var publishedLines: [String] {
        let rows = PublishedRow.all.filter { $0.metric.map { part.metrics[$0] != nil } ?? (measured == .all) }
        guard !rows.isEmpty else { return [] }
        return [
            "## Beside the published figures", "",
            "EchoCLIP and EchoCLIP-R: arXiv 2308.15670, real apical four-chamber videos of one hospital. Ours: "
                + "**another data set**, so the columns show the same questions, not a contest.", "",
        ]
            + MarkdownTable.lines(
                ["task", "EchoCLIP", "EchoCLIP-R", "place", "ours (95 %)", "n"],
                rows.map { row in
                    let ours = row.metric.flatMap { part.metrics[$0] }
                    return [
                        row.task, row.echoCLIP, row.echoCLIPR, row.place,
                        ours.map { MarkdownTable.cell($0) } ?? "–", ours.map { "\($0.n)" } ?? "–",
                    ]
                }) + [""]
    }

    private var metricLines: [String] {
        ["## All metrics", ""]
            + MarkdownTable.lines(
                ["metric", "value (95 %)", "n"],
                part.metrics.names.map { name in
                    let outcome = part.metrics[name]
                    return [name, MarkdownTable.cell(outcome), "\(outcome?.n ?? 0)"]
                }) + [""]
    }

    private var matrixLines: [String] {
        part.matrices.sorted { $0.key < $1.key }.flatMap { name, matrix in
            ["## What was taken for what: \(name)", "", "Rows are true, columns are what was said.", ""]
                + MarkdownTable.lines(
                    ["true"] + matrix.classes,
                    zip(matrix.classes, matrix.counts).map { [$0] + $1.map(String.init) }) + [""]
        }
    }

    private var sliceLines: [String] {
        let sites = part.slices.keys.sorted()
        guard let first = sites.first, let names = part.slices[first]?.names else { return [] }
        return ["## By site", ""]
            + MarkdownTable.lines(
                ["metric"] + sites,
                names.map { name in [name] + sites.map { MarkdownTable.cell(part.slices[$0]?[name]) } }) + [
                ""
            ]
    }
}
