internal import EchoCore

extension PromptSet {
    /// The set itself where it keeps every rule.
    ///
    /// - Throws: ``ReadingError/promptSet(name:problem:)`` with the first rule it breaks.
    public func validated() throws(ReadingError) -> PromptSet {
        if let problem = firstProblem { throw .promptSet(name: name, problem: problem) }
        return self
    }

    private var firstProblem: PromptProblem? {
        let plain = name.utf8.allSatisfy {
            (97...122).contains($0) || (48...57).contains($0) || $0 == 45
        }
        guard plain, !name.isEmpty else { return .name }
        let sentences = prompts + negatives + categories.flatMap(\.prompts)
        if sentences.contains(where: { $0.allSatisfy(\.isWhitespace) }) { return .blankSentence }
        if subject == .view, kind != .categorical { return .unexpected(key: "subject: view", kind: kind) }
        return kindProblem ?? placeholderProblem(sentences) ?? thresholdProblem
    }

    private var kindProblem: PromptProblem? {
        switch kind {
        case .binary: return unexpected(range: true, unit: true, categories: true) ?? needsPrompts
        case .regression:
            if let problem = unexpected(negatives: true, categories: true) ?? needsPrompts { return problem }
            guard let range else { return .missing(key: "range", kind: kind) }
            guard unit != nil else { return .missing(key: "unit", kind: kind) }
            guard (2...NumericRange.largestCount).contains(range.count) else {
                return .range(values: range.count, limit: NumericRange.largestCount)
            }
            return nil
        case .categorical:
            if let problem = unexpected(prompts: true, negatives: true, range: true, unit: true) {
                return problem
            }
            guard !categories.isEmpty else { return .missing(key: "categories", kind: kind) }
            for category in categories where category.prompts.isEmpty {
                return .tooFewSentences(found: 0, expected: 1)
            }
            var seen: Set<String> = []
            for category in categories where !seen.insert(category.name).inserted {
                return .duplicateCategory(category.name)
            }
            return nil
        }
    }

    private var needsPrompts: PromptProblem? {
        prompts.isEmpty ? .tooFewSentences(found: 0, expected: 1) : nil
    }

    private func unexpected(
        prompts noPrompts: Bool = false, negatives noNegatives: Bool = false, range noRange: Bool = false,
        unit noUnit: Bool = false, categories noCategories: Bool = false
    ) -> PromptProblem? {
        if noPrompts, !prompts.isEmpty { return .unexpected(key: "prompts", kind: kind) }
        if noNegatives, !negatives.isEmpty { return .unexpected(key: "negatives", kind: kind) }
        if noRange, range != nil { return .unexpected(key: "range", kind: kind) }
        if noUnit, unit != nil { return .unexpected(key: "unit", kind: kind) }
        if noCategories, !categories.isEmpty { return .unexpected(key: "categories", kind: kind) }
        return nil
    }

    private func placeholderProblem(_ sentences: [String]) -> PromptProblem? {
        let expected = kind == .regression ? 1 : 0
        for sentence in sentences {
            let found = sentence.ranges(of: Self.placeholder).count
            if found != expected { return .placeholders(found: found, expected: expected) }
        }
        return nil
    }

    private var thresholdProblem: PromptProblem? {
        for threshold in thresholds {
            if !threshold.value.isFinite { return .threshold }
            let facts = [
                ("source", threshold.source), ("data_set", threshold.dataSet), ("date", threshold.date),
            ]
            for (key, text) in facts where text.allSatisfy(\.isWhitespace) { return .provenance(key: key) }
        }
        return nil
    }
}
