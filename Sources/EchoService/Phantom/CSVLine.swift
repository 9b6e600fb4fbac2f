/// One record of comma-separated values, as RFC 4180 has them.
enum CSVLine {
    /// The fields joined, those quoted that need it, with a line end.
    static func bytes(_ fields: [String]) -> [UInt8] {
        Array((fields.map(quoted).joined(separator: ",") + "\n").utf8)
    }

    private static func quoted(_ field: String) -> String {
        let needsQuotes = field.contains { $0 == "," || $0 == "\"" || $0.isNewline || $0.isWhitespace }
        return needsQuotes ? "\"" + field.replacing("\"", with: "\"\"") + "\"" : field
    }
}
