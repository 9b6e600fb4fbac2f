import EchoCore
public import EchoIndex
public import EchoReading

/// Puts two studies side by side.
public struct CompareQuery: Sendable {
    /// Nothing to set.
    public init() {}

    /// - Throws: ``ServiceError/noSuchStudy(_:)``, which tells which of the two is unknown; `IndexError`,
    ///   `ReadingError`.
    public func run(
        _ first: String, _ second: String, in index: StudyIndex
    ) async throws -> Stamped<Comparison> {
        let space = try await index.space(serving: .similarity)
        let archive = Archive(index: index, space: space)
        guard let one = try await index.knownStudy(first) else { throw ServiceError.noSuchStudy(.first) }
        guard let two = try await index.knownStudy(second) else { throw ServiceError.noSuchStudy(.second) }
        let comparison = try Comparison(
            try await archive.vectors(of: one, withFrames: false),
            try await archive.vectors(of: two, withFrames: false))
        return Stamped(comparison, naming: [one, two], in: space)
    }
}
