internal import EchoCore
internal import EchoReading
internal import EchoTesting
import Testing

@Suite("Reading errors") struct ReadingErrorTests {
    static let all: [ReadingError] = [
        .noFrames, .noPrompts, .dimension(found: 3, expected: 512), .promptCount(found: 2, expected: 4),
        .tooFewPrompts(found: 4, expected: 5), .noUsableClip(clips: 7),
        .vectors(.noDirection(dimension: 512)),
        .wrongKind(set: "ef", found: .regression, expected: [.binary, .categorical]),
        .wrongKind(set: "pacemaker", found: .binary, expected: [.regression]),
        .unknownCategory(expected: ["none", "severe"]), .sameStudy, .notEncodable,
        .readout(name: "ef", problem: .layer(place: 1, found: 8, expected: 16)),
        .readout(name: "ef", problem: .version(found: 2, expected: 1)),
        .readout(name: "ef", problem: .twice), .readout(name: "ef", problem: .noLayer),
        .readout(name: "ef", problem: .notFinite), .readout(name: "ef", problem: .range),
        .readout(name: "ef", problem: .leastFrames(found: 1)),
    ]

    static let prompts: [PromptProblem] = [
        .name, .tooFewSentences(found: 0, expected: 1), .blankSentence, .placeholders(found: 2, expected: 1),
        .unexpected(key: "unit", kind: .binary), .missing(key: "range", kind: .regression),
        .range(values: 0, limit: 1_001), .duplicateCategory("mild"), .provenance(key: "source"), .threshold,
    ]

    static let published: [PublishedProblem] = [
        .notAnObjectOfTasks, .key("mode"), .mode("ordinal"), .valueCount(found: 1, sentences: 2), .range,
        .set(.blankSentence),
    ]

    static let sections: [SectionProblem] = [.none, .id("aorta"), .empty("aorta"), .phrase("valve")]

    @Test("say what was found, what was expected, and what to try")
    func say() {
        let errors =
            Self.all + Self.prompts.map { .promptSet(name: "lead", problem: $0) }
            + Self.published.map { .published(task: $0 == .notAnObjectOfTasks ? nil : "wire", problem: $0) }
            + Self.sections.map { .sections($0) }
        let text = errors.map { "\($0.report.kind.rawValue): \($0.description)\n" }.joined()
        #expect(Snapshot.difference(text, "errors.txt") == nil)
        for error in errors { #expect(!error.report.reason.isEmpty && !error.report.remedy.isEmpty) }
    }

    @Test("name the broken rule of a file of sections")
    func refuseSections() throws {
        let english = try Support.english()
        func sections(_ sections: [ReportSection]) throws -> ReportSections {
            try ReportSections(
                name: "x", language: "en", sections: sections, generalHeadings: [], ignoredHeadings: [],
                abbreviations: [],
                expectedViews: [], withheld: [], numbers: english.numbers)
        }
        func section(_ id: String, _ keywords: [String]) -> ReportSection {
            ReportSection(id: id, title: id, headings: [], keywords: keywords)
        }
        #expect(throws: ReadingError.sections(.none)) { try sections([]) }
        #expect(throws: ReadingError.sections(.id("a"))) {
            try sections([section("a", ["x"]), section("a", ["y"])])
        }
        #expect(throws: ReadingError.sections(.empty("a"))) { try sections([section("a", [])]) }
        #expect(throws: ReadingError.sections(.phrase("Leaflets"))) {
            try sections([section("a", ["leaflet"]), section("b", ["Leaflets"])])
        }
    }

    @Test(
        "round as people expect",
        arguments: [
            (0.0005, "0.001"), (-0.4, "-0.400"), (1.9996, "2.000"), (12.0, "12.000"), (-0.0001, "0.000"),
        ])
    func round(value: Double, text: String) {
        #expect(value.fixed(3) == text)
    }
}
