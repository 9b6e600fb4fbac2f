/// What a reviewer says of a study that a prompt set found.
public enum VerdictValue: String, Sendable, Codable, CaseIterable {
    /// The device or finding is there.
    case confirmed
    /// It is not there.
    case rejected
    /// The reviewer cannot tell.
    case unsure
}
