internal import EchoCore
internal import EchoReading
internal import EchoTesting
internal import Foundation
import Testing
internal import Yams

@Suite("Prompt sets") struct PromptSetTests {
    static let shipped = [
        "ef", "impella", "la-dilation", "lv-dilation", "lv-dysfunction", "lv-hypertrophy", "mitral-clip",
        "mitral-ring", "normal-lv-function", "pa-pressure", "pacemaker", "pericardial-effusion",
        "ra-dilation", "rv-dilation", "rv-dysfunction", "surgical-valve", "tavr", "view", "wall-motion",
    ]

    static func set(_ yaml: String) throws -> PromptSet {
        try YAMLDecoder().decode(PromptSet.self, from: yaml)
    }

    @Test("are all shipped files, valid, named like their file, with thresholds of the shipped model alone")
    func shippedAreValid() throws {
        let folder = Fixtures.root.appending(path: "Models/prompts")
        let files = try FileManager.default.contentsOfDirectory(atPath: folder.path)
            .filter { $0.hasSuffix(".yaml") }.sorted()
        #expect(files == Self.shipped.map { "\($0).yaml" })
        let manifest = try JSONSerialization.jsonObject(
            with: Data(contentsOf: Fixtures.root.appending(path: "Models/phantom/manifest.json")))
        let weights = ((manifest as? [String: Any])?["weights"] as? [String: Any])?["sha256"] as? String
        for file in files {
            let data = try Data(contentsOf: folder.appending(path: file))
            let set = try YAMLDecoder().decode(PromptSet.self, from: data).validated()
            #expect("\(set.name).yaml" == file)
            #expect(set.thresholds.allSatisfy { "\($0.weights)" == weights })
            #expect(set.slot == .prompt)
            let texts = set.expanded.map(\.text)
            #expect(Set(texts).count == texts.count)
            if set.kind == .regression { #expect(set.prompts.count >= 2) }
        }
    }

    @Test("grade in the words that reports grade in, and every sentence names its grade")
    func gradesAsReportsDo() throws {
        let folder = Fixtures.root.appending(path: "Models/prompts")
        var graded = 0
        // Views are categories and no grades.
        for name in Self.shipped where name != "view" {
            let data = try Data(contentsOf: folder.appending(path: "\(name).yaml"))
            let categories = try YAMLDecoder().decode(PromptSet.self, from: data).categories
            guard !categories.isEmpty else { continue }
            graded += 1
            let names =
                name == "pericardial-effusion"
                ? ["none", "small", "moderate", "large"] : ["normal", "mild", "moderate", "severe"]
            #expect(categories.map(\.name) == names && categories.map(\.severity) == [0, 1, 2, 3])
            for category in categories.dropFirst() {
                #expect(category.prompts.allSatisfy { $0.lowercased().contains(category.name) })
            }
        }
        #expect(graded == 7)
    }

    @Test("survive JSON and YAML unchanged", arguments: shipped)
    func surviveCoding(name: String) throws {
        let data = try Data(contentsOf: Fixtures.root.appending(path: "Models/prompts/\(name).yaml"))
        let set = try YAMLDecoder().decode(PromptSet.self, from: data)
        #expect(try JSONDecoder().decode(PromptSet.self, from: try JSONEncoder().encode(set)) == set)
        #expect(try Self.set(try YAMLEncoder().encode(set)) == set)
    }

    @Test("are about findings unless they say views, and only categories are views")
    func subjects() throws {
        let view =
            "name: v\ntitle: V\nkind: categorical\nsubject: view\ncategories:\n"
            + "  - {name: A4C, severity: 0, prompts: [Four chambers.]}\n"
        #expect(try Self.set(view).validated().subject == .view)
        #expect(try Self.set(view.replacing("subject: view\n", with: "")).subject == .finding)
        #expect(
            throws: ReadingError.promptSet(
                name: "v", problem: .unexpected(key: "subject: view", kind: .binary))
        ) {
            try Self.set("name: v\ntitle: V\nkind: binary\nsubject: view\nprompts: [A]\n").validated()
        }
    }

    @Test("put every value into every template, template by template")
    func expands() throws {
        var set = PromptSet(name: "ef", title: "EF", kind: .regression)
        set.prompts = ["<#> percent", "about <#>"]
        set.range = NumericRange(minimum: 0, maximum: 1, step: 0.5)
        set.unit = "%"
        let expanded = try set.validated().expanded
        #expect(
            expanded.map(\.text)
                == ["0 percent", "0.5 percent", "1 percent", "about 0", "about 0.5", "about 1"])
        #expect(expanded.map(\.value) == [0, 0.5, 1, 0, 0.5, 1])
    }

    @Test("have a threshold for the weights it was found with, and for no others")
    func thresholdsBelongToWeights() throws {
        let weights = ContentHash(digest: [UInt8](repeating: 7, count: 32))
        let set = try Self.set(
            """
            {name: lead, title: Lead, kind: binary, prompts: [a lead], thresholds: [{value: 0.25,
             weights: \(weights.hex), source: our site, data_set: 400 studies, date: 2026-01-02}]}
            """
        ).validated()
        #expect(set.threshold(for: weights)?.value == 0.25)
        #expect(set.threshold(for: ContentHash(digest: [UInt8](repeating: 8, count: 32))) == nil)
    }

    @Test(
        "refuse a broken rule by name",
        arguments: [
            ("{name: A b, title: t, kind: binary, prompts: [x]}", PromptProblem.name),
            ("{name: a, title: t, kind: binary}", .tooFewSentences(found: 0, expected: 1)),
            ("{name: a, title: t, kind: binary, prompts: [' ']}", .blankSentence),
            ("{name: a, title: t, kind: binary, prompts: ['x <#>']}", .placeholders(found: 1, expected: 0)),
            (
                "{name: a, title: t, kind: binary, prompts: [x], unit: mm}",
                .unexpected(key: "unit", kind: .binary)
            ),
            (
                "{name: a, title: t, kind: regression, prompts: ['<#>']}",
                .missing(key: "range", kind: .regression)
            ),
            (
                "{name: a, title: t, kind: regression, prompts: [x], unit: mm, range: {minimum: 0, maximum: 9}}",
                .placeholders(found: 0, expected: 1)
            ),
            (
                "{name: a, title: t, kind: regression, prompts: ['<#>'], unit: mm, range: {minimum: 9, maximum: 0}}",
                .range(values: 0, limit: 1_001)
            ),
            ("{name: a, title: t, kind: categorical}", .missing(key: "categories", kind: .categorical)),
            (
                "{name: a, title: t, kind: categorical, categories: [{name: m, severity: 1, prompts: []}]}",
                .tooFewSentences(found: 0, expected: 1)
            ),
        ])
    func refuses(yaml: String, problem: PromptProblem) throws {
        let set = try Self.set(yaml)
        #expect(throws: ReadingError.promptSet(name: set.name, problem: problem)) { try set.validated() }
    }

    @Test(
        "refuse a threshold that does not say where it comes from", arguments: ["source", "data_set", "date"])
    func refusesUnprovenThreshold(key: String) throws {
        let weights = String(repeating: "ab", count: 32)
        var facts = ["source": "s", "data_set": "d", "date": "2026-01-01"]
        facts[key] = " "
        let words = facts.map { "\($0): '\($1)'" }.joined(separator: ", ")
        let set = try Self.set(
            "{name: a, title: t, kind: binary, prompts: [x], "
                + "thresholds: [{value: 0.298, weights: \(weights), \(words)}]}")
        #expect(throws: ReadingError.promptSet(name: "a", problem: .provenance(key: key))) {
            try set.validated()
        }
    }
}
