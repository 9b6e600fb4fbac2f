/// What an export wrote.
public struct Export: Sendable, Equatable, Codable {
    /// The files' names in the target folder, sorted.
    public let files: [String]
    /// Clip vectors, over all spaces.
    public let clips: Int
    /// Study vectors, over all spaces.
    public let studies: Int
}
