/// The readable text of a DICOM structured report, and whose study it speaks of.
///
/// Holds patient data: it goes into the index and nowhere else, never into a log or an error.
public struct StructuredReport: Sendable, Equatable {
    /// (0020,000D).
    public let studyInstanceUID: String?
    /// The content tree in order, an item a line; UTF-8, lines end with `\n`.
    ///
    /// Containers give their title and a colon, texts themselves, and coded, numeric and dated items
    /// `name: value`. Names of persons, references and images are left out.
    public let text: String

    /// Reads a report of any SR class, whatever its character set.
    ///
    /// - Throws: ``DecodeError/notAReport(sopClass:)`` for a DICOM object without a content tree or whose
    ///   tree has no text, and ``DecodeError`` as opening any DICOM file does.
    public init(path: String) throws(DecodeError) {
        try self.init(path: path, limits: .standard)
    }

    /// As above, with limits of the caller's.
    public init(path: String, limits: DecodeLimits) throws(DecodeError) {
        let document = try DICOMDocument(path: path, limits: limits)
        let root = document.header.root
        var lines: [String] = []
        if root.text(.valueType) == "CONTAINER" { Self.append(root, to: &lines) }
        guard root.child(.contentSequence) != nil, !lines.isEmpty else {
            throw .notAReport(sopClass: document.sopClassName)
        }
        studyInstanceUID = root.text(.studyInstanceUID)
        text = lines.joined(separator: "\n")
    }

    /// Items of one container that are read; the file's size bounds them before this does.
    private static let itemLimit = 10_000

    /// Appends an item's line and then its children's; the layout's walk has bounded the depth.
    private static func append(_ item: DICOMItem, to lines: inout [String]) {
        if let line = line(item) { lines.append(line) }
        for child in item.children(.contentSequence, limit: itemLimit) { append(child, to: &lines) }
    }

    private static func line(_ item: DICOMItem) -> String? {
        let name = item.child(.conceptNameCodeSequence)?.text(.codeMeaning)
        let value: String?
        switch item.text(.valueType) {
        case "CONTAINER": return name.map { "\($0):" }
        case "TEXT": return item.text(.textValue).map(unified)
        case "CODE": value = item.child(.conceptCodeSequence)?.text(.codeMeaning)
        case "NUM": value = measured(item)
        case "DATE": value = item.text(.date)
        case "TIME": value = item.text(.time)
        case "DATETIME": value = item.text(.dateTime)
        default: value = nil
        }
        guard let value else { return nil }
        return unified(name.map { "\($0): \(value)" } ?? value)
    }

    private static func measured(_ item: DICOMItem) -> String? {
        guard let measured = item.child(.measuredValueSequence), let number = measured.text(.numericValue)
        else { return nil }
        let unit = measured.child(.measurementUnitsCodeSequence)?.text(.codeMeaning)
        return unit.map { "\(number) \($0)" } ?? number
    }

    /// DICOM ends lines with CR LF.
    private static func unified(_ text: String) -> String {
        String(decoding: text.utf8.filter { $0 != 13 }, as: UTF8.self)
    }
}
