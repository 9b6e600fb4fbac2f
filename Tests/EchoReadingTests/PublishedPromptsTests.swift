internal import EchoReading
internal import Foundation
import Testing

@Suite("Published prompts") struct PublishedPromptsTests {
    static let layout = """
        {
          "squeeze_fraction": {"mode": "regression", "range": [0, 100],
            "label_sources": ["SQUEEZE IS <#>%. ", "IT SQUEEZES <#>%. "]},
          "lung_pressure_continuous": {"mode": "regression", "range": [0, 90],
            "label_sources": ["LUNG PRESSURE OF <#>. "]},
          "wire": {"mode": "binary", "label_sources": ["A WIRE IS THERE. ", "WIRE SEEN. "]},
          "pump": {"mode": "binary", "label_sources": ["PUMP AT <#> CM. "], "testers": ["A PUMP. "]},
          "room_size": {"mode": "categorical", "values": [1, 2, 1, 3],
            "label_sources": ["ROOM A LITTLE BIG. ", "ROOM BIG. ", "SLIGHTLY BIG. ", "ROOM HUGE. "],
            "value_mapping": {"0": "normal", "1": "mild", "2": "moderate"},
            "testers": ["MILD. ", "MODERATE. ", "SEVERE. "], "tester_values": [1, 2, 3]},
          "fluid": {"mode": "categorical", "values": [2, 1, 2], "value_mapping": {"1": "small", "2": "large"},
            "label_sources": ["MUCH. ", "LITTLE. ", "LITTLE. "]},
          "no_mode": {"label_sources": ["X. "]},
          "odd_mode": {"mode": "ordinal", "label_sources": ["X. "]},
          "no_sentences": {"mode": "binary", "label_sources": "X. "},
          "no_range": {"mode": "regression", "label_sources": ["<#>. "]},
          "bad_range": {"mode": "regression", "range": [5, 5], "label_sources": ["<#>. "]},
          "short": {"mode": "categorical", "values": [1], "label_sources": ["A. ", "B. "]},
          "no_values": {"mode": "categorical", "label_sources": ["A. "]},
          "held": {"mode": "binary", "label_sources": ["AT <#>. "]}
        }
        """

    @Test("turn each mode into a set, sentences unchanged, testers before label sources")
    func convert() throws {
        let read = try PublishedPrompts(json: Data(Self.layout.utf8))
        let sets = Dictionary(uniqueKeysWithValues: read.sets.map { ($0.name, $0) })
        #expect(
            read.sets.map(\.name) == [
                "published-fluid", "published-lung-pressure-continuous", "published-pump",
                "published-room-size", "published-squeeze-fraction", "published-wire",
            ])
        let squeeze = try #require(sets["published-squeeze-fraction"])
        #expect(squeeze.expanded.count == 202)
        #expect(squeeze.expanded[55].text == "SQUEEZE IS 55%. ")
        #expect(squeeze.expanded[156].text == "IT SQUEEZES 55%. ")
        #expect(squeeze.unit == "%")
        #expect(sets["published-lung-pressure-continuous"]?.unit == "mmHg")
        #expect(sets["published-wire"]?.prompts == ["A WIRE IS THERE. ", "WIRE SEEN. "])
        #expect(sets["published-pump"]?.prompts == ["A PUMP. "])
        let room = try #require(sets["published-room-size"])
        #expect(room.categories.map(\.name) == ["mild", "moderate", "level 3"])
        #expect(room.categories.map(\.severity) == [1, 2, 3])
        #expect(room.categories.map(\.prompts) == [["MILD. "], ["MODERATE. "], ["SEVERE. "]])
        let fluid = try #require(sets["published-fluid"])
        #expect(fluid.categories.map(\.prompts) == [["LITTLE. "], ["MUCH. ", "LITTLE. "]])
        #expect(read.sets.allSatisfy { $0.thresholds.isEmpty })
    }

    @Test("refuse a broken task by name, and read the others")
    func refuse() throws {
        let read = try PublishedPrompts(json: Data(Self.layout.utf8))
        let problems: [(String, PublishedProblem)] = [
            ("bad_range", .range), ("held", .set(.placeholders(found: 1, expected: 0))),
            ("no_mode", .key("mode")), ("no_range", .key("range")), ("no_sentences", .key("label_sources")),
            ("no_values", .key("values")), ("odd_mode", .mode("ordinal")),
            ("short", .valueCount(found: 1, sentences: 2)),
        ]
        #expect(read.refused.map(\.task) == problems.map(\.0))
        #expect(
            read.refused.map(\.error) == problems.map { .published(task: $0.0, problem: $0.1) })
    }

    @Test("refuse what is no object of tasks", arguments: ["", "[]", "{\"a\": 1}", "not json", "{\"a\": {}"])
    func refuseOtherFiles(text: String) {
        #expect(throws: ReadingError.published(task: nil, problem: .notAnObjectOfTasks)) {
            try PublishedPrompts(json: Data(text.utf8))
        }
    }
}
