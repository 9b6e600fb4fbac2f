/// Where a setting's value came from; the first that gives one wins, in this order.
public enum SettingSource: String, Sendable, Codable, CaseIterable {
    /// The command line.
    case flag
    /// An environment variable.
    case environment
    /// The configuration file.
    case file
    /// The chosen model's manifest, for how clips are shown to it.
    case model
    /// Nobody said anything else.
    case `default`
}
