/// One run of an ingest.
public struct RunID: Sendable, Hashable, Codable {
    /// Its number in this index, from 1.
    public let number: Int64
}
