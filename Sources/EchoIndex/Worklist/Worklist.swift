/// A page of studies, and how many there are.
public struct Worklist: Sendable, Equatable, Codable {
    /// All studies that pass the filter.
    public let total: Int
    /// Those of the page, in order.
    public let studies: [WorklistStudy]
}
