/// A published figure that a similarity may be read beside; never a cut-off.
public struct ReferenceBand: Sendable, Equatable, Codable {
    /// Which pairs it is of.
    public let pairs: String
    /// Their mean cosine.
    public let meanCosine: Float
    /// Where it was published.
    public let source: String
    /// What it is worth here.
    public let caveat: String

    private enum CodingKeys: String, CodingKey {
        case pairs, source, caveat
        case meanCosine = "mean_cosine"
    }

    /// EchoCLIP-R's mean cosines over pairs of apical four-chamber videos.
    ///
    /// - Source: arXiv 2308.15670, patient identification.
    public static let published = [
        ReferenceBand(pairs: "different patients", meanCosine: 0.40),
        ReferenceBand(pairs: "same patient, different studies", meanCosine: 0.64),
        ReferenceBand(pairs: "same study", meanCosine: 0.87),
    ]

    private init(pairs: String, meanCosine: Float) {
        self.pairs = pairs
        self.meanCosine = meanCosine
        source = "arXiv 2308.15670, EchoCLIP-R, apical four-chamber videos"
        caveat = "Published for other weights and pictures; not calibrated here."
    }
}
