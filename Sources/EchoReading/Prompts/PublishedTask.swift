internal import EchoCore

/// One task of the published file; a key of another type reads as missing.
struct PublishedTask: Decodable {
    private let mode: String?
    private let labelSources: [String]?
    private let testers: [String]?
    private let range: [Int]?
    private let values: [Int]?
    private let testerValues: [Int]?
    private let valueMapping: [String: String]?

    private enum CodingKeys: String, CodingKey {
        case mode, testers, range, values
        case labelSources = "label_sources"
        case testerValues = "tester_values"
        case valueMapping = "value_mapping"
    }

    init(from decoder: any Decoder) throws {
        let keys = try decoder.container(keyedBy: CodingKeys.self)
        func read<Value: Decodable>(_ key: CodingKeys) -> Value? { try? keys.decode(Value.self, forKey: key) }
        mode = read(.mode)
        labelSources = read(.labelSources)
        testers = read(.testers)
        range = read(.range)
        values = read(.values)
        testerValues = read(.testerValues)
        valueMapping = read(.valueMapping)
    }

    /// The task as a prompt set: the testers where there are any, else the label sources.
    func promptSet(named task: String) throws(ReadingError) -> PromptSet {
        guard let mode else { throw .published(task: task, problem: .key("mode")) }
        guard let kind = PromptKind(rawValue: mode) else {
            throw .published(task: task, problem: .mode(mode))
        }
        guard let sentences = testers ?? labelSources else {
            throw .published(task: task, problem: .key("label_sources"))
        }
        let name = "published-" + task.lowercased().replacing("_", with: "-")
        var set = PromptSet(name: name, title: task.replacing("_", with: " "), kind: kind)
        set.notes = "Imported from the user's copy of the published prompt file."
        switch kind {
        case .binary: set.prompts = sentences
        case .regression:
            set.prompts = sentences
            guard let range, range.count == 2, range[0] < range[1] else {
                throw .published(task: task, problem: range == nil ? .key("range") : .range)
            }
            set.range = NumericRange(minimum: Double(range[0]), maximum: Double(range[1]))
            set.unit = Self.unit(of: task)
        case .categorical:
            set.categories = try categories(of: sentences, task: task)
        }
        do throws(ReadingError) { return try set.validated() } catch {
            if case .promptSet(_, let problem) = error {
                throw .published(task: task, problem: .set(problem))
            }
            throw error
        }
    }

    /// The unit of a task's numbers, which the file does not say and the published names tell; empty for any other
    /// name, as for a number without a unit, since a regression has to say one.
    private static func unit(of task: String) -> String {
        if task.contains("pressure") { return "mmHg" }
        return task.contains("fraction") ? "%" : ""
    }

    private func categories(of sentences: [String], task: String) throws(ReadingError) -> [PromptCategory] {
        guard let levels = testers == nil ? values : testerValues else {
            throw .published(task: task, problem: .key(testers == nil ? "values" : "tester_values"))
        }
        guard levels.count == sentences.count else {
            throw .published(
                task: task, problem: .valueCount(found: levels.count, sentences: sentences.count))
        }
        return Set(levels).sorted().map { level in
            PromptCategory(
                name: valueMapping?[String(level)] ?? "level \(level)", severity: level,
                prompts: zip(sentences, levels).filter { $1 == level }.map(\.0))
        }
    }
}
