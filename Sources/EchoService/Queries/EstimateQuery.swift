public import EchoCore
public import EchoIndex
public import EchoReading

/// Reads a number off the prompts that a study's frames are nearest to.
public struct EstimateQuery: Sendable {
    /// The templates and their values.
    public var set: PromptSet
    /// The formula, and when to abstain.
    public var options: EstimateOptions

    /// Joins the two.
    public init(_ set: PromptSet, options: EstimateOptions) {
        self.set = set
        self.options = options
    }

    /// Estimates each study, named by any name it goes by.
    ///
    /// - Parameter failed: told of a study that cannot be estimated, such as one that is not there; the rest
    ///   goes on unless it throws.
    /// - Throws: `IndexError`, `ModelError`, `ReadingError`.
    public func run(
        _ studies: [String], in index: StudyIndex, workspace: Workspace,
        failed: (String, any EchoFailure) throws -> Void
    ) async throws -> [Stamped<Estimate>] {
        let space = try await index.space(serving: set.slot)
        let (prompts, rareShare) = try await workspace.promptEncoder(for: space).encode(set)
        let archive = Archive(index: index, space: space)
        var estimates: [Stamped<Estimate>] = []
        for name in studies {
            do {
                let study = try await index.study(resolving: name)
                let vectors = try await archive.vectors(of: study, withFrames: true)
                let estimate = try Estimate(prompts, study: vectors, options: options)
                estimates.append(Stamped(estimate, naming: [study], in: space, rareTokenShare: rareShare))
            } catch let failure as any EchoFailure {
                try failed(name, failure)
            }
        }
        return estimates
    }
}
