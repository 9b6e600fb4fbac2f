extension PromptSet {
    /// Every sentence that the text tower is given, in the order that ties are broken by.
    ///
    /// Positive prompts first, then negatives. A regression gives its first template with every value,
    /// ascending, then the second template, and so on, as the published code does.
    public var expanded: [Prompt] {
        switch kind {
        case .binary:
            prompts.map { Prompt(text: $0) } + negatives.map { Prompt(text: $0, role: .negative) }
        case .regression:
            prompts.flatMap { template in
                (range?.values ?? []).map { value in
                    Prompt(
                        text: template.replacing(Self.placeholder, with: NumericRange.words(value)),
                        value: value)
                }
            }
        case .categorical:
            categories.flatMap { category in
                category.prompts.map { Prompt(text: $0, category: category.name) }
            }
        }
    }
}
