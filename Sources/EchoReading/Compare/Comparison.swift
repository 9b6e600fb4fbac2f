public import EchoCore

/// Two studies side by side: which clips belong together, and how similar they are.
public struct Comparison: Sendable, Equatable, Codable {
    /// The first study.
    public let first: StudyID
    /// The second study.
    public let second: StudyID
    /// Whether both have the same patient identifier; `nil` where one has none.
    public let samePatient: Bool?
    /// When the second was made, seen from the first.
    public let timing: StudyTiming
    /// The cosine of the studies' mean embeddings, −1...1.
    public let cosine: Float
    /// The clips to look at together, same view first, then most similar first; no clip is in two pairs.
    public let pairs: [ClipPair]
    /// Every clip of the first with every clip of the second, in the studies' order.
    public let matrix: [ClipCosine]
    /// Clips that found no partner because no clip of a compatible view was left.
    public let unpaired: [ClipID]
    /// Clips of either study that were not compared, and why.
    public let leftOut: [ExcludedClip]
    /// Published figures, as context.
    public let reference: [ReferenceBand]
    /// How to read the figures.
    public let reading: String
    /// What this is not.
    public let notice: String

    private enum CodingKeys: String, CodingKey {
        case first, second, timing, cosine, pairs, matrix, unpaired, reference, reading, notice
        case samePatient = "same_patient"
        case leftOut = "left_out"
    }
}
