internal import EchoPhantom
internal import EchoReading
internal import EchoTesting
internal import Foundation
internal import Testing
internal import Yams

@Suite("Simulated reports") struct PhantomReportTests {
    private static let studies = (0..<60).flatMap { PhantomPopulation(seed: 78).patient($0).studies }
    /// A training set's phrases, spelt alike.
    private static let trained = Set((0..<60_000).map { words(PhraseBook().sample(seed: $0).text) })
    private static let styles = WritingStyle.allCases.filter(\.isForReports)

    @Test("the splitter finds every sentence as it was written, in its section", arguments: styles)
    func splitsBack(style: WritingStyle) throws {
        let splitter = ReportSplitter(try Support.english())
        for study in Self.studies {
            let report = study.written(in: style)
            let found = splitter.split(report.text)
            #expect(found.map(\.text) == report.sentences.map(\.text))
            #expect(found.map(\.section) == report.sentences.map(\.section))
        }
    }

    @Test(
        "even without headings at most one full sentence in twelve fits no section",
        arguments: [WritingStyle.prose, .capitals])
    func speaksOfSections(style: WritingStyle) throws {
        let splitter = ReportSplitter(try Support.english())
        let sentences = Self.studies.flatMap { $0.written(in: style).sentences }
        let lost = sentences.count { sentence in
            splitter.split(sentence.text).contains { $0.section == nil }
        }
        #expect(Double(lost) <= Double(sentences.count) / 12)
    }

    @Test("no draft has to withhold a finding, but for comparisons and quality")
    func isFitForDrafts() throws {
        let rules = try Support.english().withheld
        for sentence in Self.studies.flatMap(\.sentences)
        where !["comparison", "quality"].contains(sentence.section) {
            let words = " " + sentence.text.lowercased().map { $0.isLetter ? $0 : " " } + " "
            for phrase in rules.flatMap(\.phrases) {
                #expect(!words.contains(" \(phrase) "), "\(sentence.text)")
            }
        }
    }

    @Test(
        "no prompt's sentence is in the training text",
        arguments: ["Models/prompts", "Models/phantom/prompts"])
    func keepsPromptsOut(folder: String) throws {
        let files = try FileManager.default.contentsOfDirectory(
            at: Fixtures.root.appending(path: folder), includingPropertiesForKeys: nil)
        let sets = files.filter { $0.pathExtension == "yaml" }
        #expect(!sets.isEmpty)
        for file in sets {
            let text = try String(contentsOf: file, encoding: .utf8)
            for quoted in text.split(separator: "\"").enumerated() where quoted.offset % 2 == 1 {
                for number in [20, 35, 50, 65] {
                    let prompt = quoted.element.replacingOccurrences(of: "<#>", with: "\(number)")
                    // By itself, so that a failure does not print the whole text.
                    let isTrained = Self.trained.contains(Self.words(prompt))
                    #expect(!isTrained, "\(prompt)")
                }
            }
        }
    }

    @Test("the phantom's prompt sets can be read")
    func readsPrompts() throws {
        let files = try FileManager.default.contentsOfDirectory(
            at: Fixtures.root.appending(path: "Models/phantom/prompts"), includingPropertiesForKeys: nil)
        var names: Set<String> = []
        for file in files where file.pathExtension == "yaml" {
            let set = try YAMLDecoder().decode(PromptSet.self, from: Data(contentsOf: file)).validated()
            #expect("\(set.name).yaml" == file.lastPathComponent)
            let texts = set.expanded.map(\.text)
            #expect(Set(texts).count == texts.count)
            names.insert(set.name)
        }
        #expect(
            names.isSuperset(of: ["aortic-stenosis", "mitral-clip-count"]))
    }

    private static func words(_ text: String) -> String {
        text.lowercased().split { !$0.isLetter && !$0.isNumber && $0 != "%" }.joined(separator: " ")
    }
}
