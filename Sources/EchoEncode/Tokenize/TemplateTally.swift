/// Counts, phrase by phrase from left to right, which values belong to it and what lies between.
struct TemplateTally {
    private let report: TemplateValues
    private let characters: Int
    private var place = 0
    private var value = 0
    private var recognized = 0
    private var droppedSpans = 0

    /// Starts at the beginning of a report with `characters` characters before its values were taken out.
    init(_ report: TemplateValues, characters: Int) {
        self.report = report
        self.characters = characters
    }

    /// Takes the next phrase and returns its values.
    ///
    /// Values before it belong to dropped text.
    mutating func take(_ range: Range<Int>) -> ArraySlice<[Unicode.Scalar]> {
        skip(to: range.lowerBound)
        let values = claim(range)
        recognized += range.count - values.count + values.reduce(0) { $0 + $1.count }
        place = range.upperBound
        return values
    }

    /// The counts, once the last phrase is taken.
    mutating func finished() -> TemplateCoverage {
        skip(to: report.text.count)
        return TemplateCoverage(
            recognizedCharacters: min(recognized, characters), characters: characters,
            droppedSpans: droppedSpans)
    }

    private mutating func skip(to end: Int) {
        if !report.text[place..<end].allSatisfy(\.isPythonSpace) { droppedSpans += 1 }
        _ = claim(place..<end)
    }

    private mutating func claim(_ range: Range<Int>) -> ArraySlice<[Unicode.Scalar]> {
        let count = report.text[range].count { $0 == TemplateValues.placeholder }
        // A replacement of the user's may have put in or taken out placeholders.
        let end = min(value + count, report.values.count)
        defer { value = end }
        return report.values[value..<end]
    }
}
