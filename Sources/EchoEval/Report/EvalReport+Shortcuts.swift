import EchoReading

extension EvalReport {
    /// Original, covered and tags-only as three columns; nothing where no second index was compared.
    var shortcutLines: [String] {
        let others = ShortcutColumn.allCases.filter { $0 != .original }
        guard others.contains(where: { refused($0)?.value != nil }) else { return [] }
        let asked = BinaryFinding.allCases.map(\.rawValue) + ["identity"]
        var rows = asked.map { name -> [String] in
            let cells = ShortcutColumn.answering.map {
                MarkdownTable.cell(part.metrics["shortcuts.\(name).auc.\($0.rawValue)"])
            }
            let changes = part.metrics["shortcuts.\(name).rank_changes"]?.value
            return [name + " AUC"] + cells + [changes.map { "\(Int($0))" } ?? "–"]
        }
        rows.append(
            ["mean rank of the report, %"]
                + ShortcutColumn.answering.map {
                    MarkdownTable.cell(part.metrics["shortcuts.retrieval.mean_rank_share.\($0.rawValue)"])
                } + ["–"])
        rows.append(["clips refused"] + ShortcutColumn.answering.map(refusedWords) + ["–"])
        let highest = "shortcuts.auc.tags_only.highest"
        return ["## Shortcuts: what the surroundings answer", ""]
            + MarkdownTable.lines(["", "original", "covered", "tags only, no mask", "rank changes"], rows)
            + [
                "",
                "Highest of the devices' AUCs from tags alone: "
                    + "\(MarkdownTable.cell(part.metrics[highest])); by chance alone: "
                    + "\(MarkdownTable.cell(part.metrics[highest + "_by_chance"])). Tags only, behind the mask: "
                    + "\(refusedWords(.tagsMasked)) clips refused. Lowest cosine of a study with itself covered: "
                    + "\(part.metrics["shortcuts.cosine.lowest"]?.value?.fixed(6) ?? "–").", "",
            ]
    }

    private func refused(_ column: ShortcutColumn) -> Outcome? {
        part.metrics["shortcuts.refused.\(column.rawValue)"]
    }

    private func refusedWords(_ column: ShortcutColumn) -> String {
        guard let outcome = refused(column), let count = outcome.value else { return "–" }
        return "\(Int(count)) of \(outcome.n)"
    }
}
