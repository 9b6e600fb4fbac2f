/// What this program says of itself.
public enum Product {
    /// The release, by semantic versioning.
    public static let version = "0.1.0"

    /// `--version`: the release and what it must not be used for.
    public static let versionText = """
        echoseek \(version)
        Research software, not a medical device: not for diagnosis, and no patient-management decision may rest
        on it alone.
        """
}
