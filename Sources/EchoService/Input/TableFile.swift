import Foundation
import SwiftCSV

/// A table that a person made: CSV with a header line, or one JSON object a line.
struct TableFile {
    /// One row: its fields by lower-case column name, empty ones left out.
    struct Row {
        let line: Int
        let fields: [String: String]
    }

    let rows: [Row]

    /// - Throws: ``ServiceError/table(problem:line:)``.
    init(path: String) throws {
        guard let data = FileManager.default.contents(atPath: path) else {
            throw ServiceError.table(problem: "the file cannot be read", line: 0)
        }
        guard var text = String(bytes: data, encoding: .utf8) else {
            throw ServiceError.table(problem: "the file is not UTF-8 text", line: 0)
        }
        if text.hasPrefix("\u{FEFF}") { text.removeFirst() }
        let isJSON = ["ndjson", "jsonl", "json"].contains(URL(filePath: path).pathExtension.lowercased())
        rows = isJSON ? try Self.readLines(text) : try Self.readCSV(text)
    }

    private static func readCSV(_ text: String) throws -> [Row] {
        let table: CSV<Named>
        do { table = try CSV<Named>(string: text, loadColumns: false) } catch {
            throw ServiceError.table(problem: "the file is not valid CSV with a header line", line: 0)
        }
        return table.rows.enumerated().map { place, fields in
            Row(line: place + 2, fields: clean(fields))
        }
    }

    private static func readLines(_ text: String) throws -> [Row] {
        var rows: [Row] = []
        for (place, line) in text.split(separator: "\n", omittingEmptySubsequences: false).enumerated() {
            guard line.contains(where: { !$0.isWhitespace }) else { continue }
            guard let object = try? JSONSerialization.jsonObject(with: Data(line.utf8)) as? [String: Any] else {
                throw ServiceError.table(problem: "the line is not a JSON object", line: place + 1)
            }
            rows.append(Row(line: place + 1, fields: clean(object.compactMapValues(scalar))))
        }
        return rows
    }

    private static func scalar(_ value: Any) -> String? {
        value as? String ?? (value as? NSNumber)?.stringValue
    }

    private static func clean(_ fields: [String: String]) -> [String: String] {
        var cleaned: [String: String] = [:]
        for (name, value) in fields {
            let text = value.trimmingCharacters(in: .whitespacesAndNewlines)
            if !text.isEmpty { cleaned[name.trimmingCharacters(in: .whitespaces).lowercased()] = text }
        }
        return cleaned
    }
}
