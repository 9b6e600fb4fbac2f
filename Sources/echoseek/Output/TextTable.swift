/// Columns of text: numbers to the right, words to the left, two spaces between.
struct TextTable {
    let columns: [String]
    private var rows: [[String]] = []

    init(_ columns: [String]) { self.columns = columns }

    mutating func add(_ cells: [String]) {
        precondition(cells.count == columns.count, "\(cells.count) cells in \(columns.count) columns")
        rows.append(cells)
    }

    /// The table with its head in bold on a terminal.
    func lines(on terminal: Terminal) -> [String] {
        let widths = columns.indices.map { column in
            ([columns] + rows).map { $0[column].count }.max() ?? 0
        }
        let head = terminal.bold(line(columns, widths: widths, numbers: []))
        let numbers = Set(columns.indices.filter { column in
            !rows.isEmpty && rows.allSatisfy { Double($0[column]) != nil || $0[column] == "-" }
        })
        return [head] + rows.map { line($0, widths: widths, numbers: numbers) }
    }

    private func line(_ cells: [String], widths: [Int], numbers: Set<Int>) -> String {
        var text = ""
        for (column, cell) in cells.enumerated() {
            let space = String(repeating: " ", count: widths[column] - cell.count)
            text += (numbers.contains(column) ? space + cell : cell + space)
            if column + 1 < cells.count { text += "  " }
        }
        while text.hasSuffix(" ") { text.removeLast() }
        return text
    }
}
