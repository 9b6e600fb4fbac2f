/// What a manifest says of one file; it wins over the file's own tags, since somebody wrote it down.
public struct ManifestEntry: Sendable, Equatable, Codable {
    /// The file, relative to the manifest's folder unless absolute.
    public var path: String
    /// The patient's identifier.
    public var patient: String?
    /// The study's identifier.
    public var study: String?
    /// The study's date, `YYYY-MM-DD` or `YYYYMMDD`.
    public var date: String?
    /// The view, such as `A4C`.
    public var view: String?
    /// The accession number.
    public var accession: String?
    /// The report: its text, or the path of a text file beside the manifest.
    public var report: String?
}
