/// Columns of text: numbers to the right, words to the left, two spaces between.
struct TextTable {
    let columns: [String]
    /// The column whose cells are cut in the middle where a terminal is too narrow.
    private let flexible: String?
    private var rows: [[String]] = []

    /// No cell is cut below this many characters.
    static let leastWidth = 12

    init(_ columns: [String], flexible: String? = nil) {
        self.columns = columns
        self.flexible = flexible
    }

    mutating func add(_ cells: [String]) {
        precondition(cells.count == columns.count, "\(cells.count) cells in \(columns.count) columns")
        rows.append(cells)
    }

    /// The table with its head in bold on a terminal, and no wider than that.
    func lines(on terminal: Terminal) -> [String] {
        var widths = columns.indices.map { column in
            ([columns] + rows).map { $0[column].count }.max() ?? 0
        }
        if let limit = terminal.width, let column = columns.firstIndex(where: { $0 == flexible }) {
            let excess = widths.reduce(2 * (widths.count - 1), +) - limit
            widths[column] = min(widths[column], max(Self.leastWidth, widths[column] - max(0, excess)))
        }
        let numbers = Set(
            columns.indices.filter { column in
                !rows.isEmpty && rows.allSatisfy { Double($0[column]) != nil || $0[column] == "-" }
            })
        return [terminal.bold(line(columns, widths: widths, numbers: numbers))]
            + rows.map { line($0, widths: widths, numbers: numbers) }
    }

    private func line(_ cells: [String], widths: [Int], numbers: Set<Int>) -> String {
        var text = ""
        for (column, cell) in cells.enumerated() {
            let shown = Self.cut(cell, to: widths[column])
            let space = String(repeating: " ", count: widths[column] - shown.count)
            text += (numbers.contains(column) ? space + shown : shown + space)
            if column + 1 < cells.count { text += "  " }
        }
        while text.hasSuffix(" ") { text.removeLast() }
        return text
    }

    /// Both ends of a long cell, since ids differ at the end and files begin with their name.
    private static func cut(_ cell: String, to width: Int) -> String {
        guard cell.count > width else { return cell }
        let tail = (width - 1) / 2
        return cell.prefix(width - 1 - tail) + "…" + cell.suffix(tail)
    }
}
