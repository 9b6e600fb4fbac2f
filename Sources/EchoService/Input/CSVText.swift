/// Comma-separated values with a header line, as RFC 4180 has them: quoted fields may hold commas, line ends and
/// doubled quotes.
struct CSVText {
    /// A row's fields, and the line of the file that it begins on, from 1.
    struct Record {
        let line: Int
        let fields: [String]
    }

    /// Every record that is no blank line, the header first.
    private(set) var records: [Record] = []
    private var fields: [String] = []
    private var field = ""
    private var line = 1
    private var begin = 1

    private enum Place {
        case start
        case bare
        case quoted
        case afterQuote
    }

    /// - Throws: ``ServiceError/table(problem:line:)`` for a quote that is not closed or not at a field's start.
    init(_ text: String) throws {
        var place = Place.start
        var quoteLine = 1
        for character in text {
            switch (place, character) {
            case (.quoted, "\""):
                place = .afterQuote
            case (.quoted, _):
                field.append(character)
            case (.afterQuote, "\""):
                place = .quoted
                field.append(character)
            case (.start, "\""):
                place = .quoted
                quoteLine = line
            case (_, ","):
                place = .start
                endField()
            case (_, _) where character.isNewline:
                place = .start
                endRecord()
            case (.start, " "), (.start, "\t"), (.afterQuote, " "), (.afterQuote, "\t"):
                break
            case (.afterQuote, _):
                throw ServiceError.table(problem: "text follows a closing quote", line: line)
            case (_, _):
                place = .bare
                field.append(character)
            }
            if character.isNewline { line += 1 }
            if character.isNewline, place != .quoted { begin = line }
        }
        if place == .quoted { throw ServiceError.table(problem: "a quote is not closed", line: quoteLine) }
        endRecord()
    }

    private mutating func endField() {
        fields.append(field)
        field = ""
    }

    private mutating func endRecord() {
        endField()
        if fields != [""] { records.append(Record(line: begin, fields: fields)) }
        fields = []
    }
}
