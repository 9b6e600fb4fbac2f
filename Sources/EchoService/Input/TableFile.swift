import Foundation

/// A table that a person made: CSV with a header line, or one JSON object a line.
package struct TableFile {
    /// One row: its fields by lower-case column name, empty ones left out.
    package struct Row {
        package let line: Int
        package let fields: [String: String]
    }

    package let rows: [Row]

    /// - Throws: ``ServiceError/table(problem:line:)``.
    package init(path: String) throws {
        guard let data = FileManager.default.contents(atPath: path) else {
            throw ServiceError.table(problem: "the file cannot be read", line: 0)
        }
        guard var text = String(bytes: data, encoding: .utf8) else {
            throw ServiceError.table(problem: "the file is not UTF-8 text", line: 0)
        }
        if text.unicodeScalars.first == "\u{FEFF}" { text.unicodeScalars.removeFirst() }
        let isJSON = ["ndjson", "jsonl", "json"].contains(URL(filePath: path).pathExtension.lowercased())
        rows = isJSON ? try Self.readLines(text) : try Self.readCSV(text)
    }

    private static func readCSV(_ text: String) throws -> [Row] {
        let records = try CSVText(text).records
        guard let header = records.first else {
            throw ServiceError.table(problem: "there is no header line", line: 0)
        }
        let names = header.fields.map(name)
        guard Set(names).count == names.count else {
            throw ServiceError.table(problem: "two columns have the same name", line: header.line)
        }
        return try records.dropFirst().map { record in
            guard record.fields.count == names.count else {
                throw ServiceError.table(
                    problem: "there are \(record.fields.count) fields under \(names.count) column names",
                    line: record.line)
            }
            return Row(line: record.line, fields: clean(zip(names, record.fields)))
        }
    }

    private static func readLines(_ text: String) throws -> [Row] {
        var rows: [Row] = []
        for (place, line) in text.split(separator: "\n", omittingEmptySubsequences: false).enumerated() {
            guard line.contains(where: { !$0.isWhitespace }) else { continue }
            guard let object = try? JSONSerialization.jsonObject(with: Data(line.utf8)) as? [String: Any]
            else {
                throw ServiceError.table(problem: "the line is not a JSON object", line: place + 1)
            }
            let named = try object.compactMap { key, value -> (String, String)? in
                if value is NSNull { return nil }
                guard let text = value as? String ?? (value as? NSNumber)?.stringValue else {
                    throw ServiceError.table(problem: "a value is a list or an object", line: place + 1)
                }
                return (name(key), text)
            }
            rows.append(Row(line: place + 1, fields: clean(named)))
        }
        return rows
    }

    private static func name(_ text: String) -> String {
        text.trimmingCharacters(in: .whitespaces).lowercased()
    }

    private static func clean(_ fields: some Sequence<(String, String)>) -> [String: String] {
        fields.reduce(into: [:]) { cleaned, field in
            let text = field.1.trimmingCharacters(in: .whitespacesAndNewlines)
            if !text.isEmpty { cleaned[field.0] = text }
        }
    }
}
