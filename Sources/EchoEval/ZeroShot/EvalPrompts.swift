import EchoReading

/// Every prompt set that the zero-shot protocol asks, with its vectors; what is missing is not there.
struct EvalPrompts: Sendable {
    var queries: [BinaryFinding: EncodedPromptSet] = [:]
    var grades: [GradedFinding: EncodedPromptSet] = [:]
    var numbers: [Quantity: EncodedPromptSet] = [:]
    var view: EncodedPromptSet?

    /// The set whose categories are views.
    static let viewSet = "view"

    /// Embeds the sentences of the yes-or-no questions, and of all others unless told not to.
    init(_ source: EvalSource, onlyQueries: Bool = false) throws {
        for finding in BinaryFinding.allCases {
            queries[finding] = try source.encoded(finding.promptSets).flatMap { $0.kept(.binary) }
        }
        guard !onlyQueries else { return }
        for finding in GradedFinding.allCases {
            grades[finding] = try source.encoded(finding.promptSets).flatMap {
                $0.kept(.categorical, .binary)
            }
        }
        for quantity in Quantity.allCases {
            numbers[quantity] = try source.encoded([quantity.promptSet]).flatMap { $0.kept(.regression) }
        }
        view = try source.encoded([Self.viewSet]).flatMap { $0.kept(.categorical) }
    }
}

extension EncodedPromptSet {
    /// Itself where it is of one of the kinds.
    fileprivate func kept(_ kinds: PromptKind...) -> EncodedPromptSet? {
        kinds.contains(set.kind) ? self : nil
    }
}
