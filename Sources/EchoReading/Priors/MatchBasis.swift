/// What ties two studies together; an embedding never says whose a study is.
public enum MatchBasis: String, Sendable, Codable, CaseIterable {
    /// The same patient identifier.
    case patientID = "patient-id"
    /// Similar pictures, of anyone.
    case embedding
}
