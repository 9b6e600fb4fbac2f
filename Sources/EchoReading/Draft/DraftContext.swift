public import EchoCore

/// What a draft rests on besides the study: printed with it.
public struct DraftContext: Sendable, Equatable, Codable {
    /// The model's name as imported.
    public let model: String
    /// SHA-256 of its weights file.
    public let weights: ContentHash
    /// ``EchoCore/Fingerprint``'s text, of the study's vectors.
    public let fingerprint: String
    /// Which state of the index the captions are from.
    public let indexSnapshot: String
    /// What the model says of itself, such as that it was trained on nothing; `nil` for nothing.
    public let modelNotice: String?
    /// The study's files that never became clips, such as quarantined ones.
    public let leftOut: [DraftExclusion]

    /// Joins the parts.
    public init(
        model: String, weights: ContentHash, fingerprint: String, indexSnapshot: String,
        modelNotice: String? = nil, leftOut: [DraftExclusion] = []
    ) {
        self.model = model
        self.weights = weights
        self.fingerprint = fingerprint
        self.indexSnapshot = indexSnapshot
        self.modelNotice = modelNotice
        self.leftOut = leftOut
    }

    private enum CodingKeys: String, CodingKey {
        case model, weights, fingerprint
        case indexSnapshot = "index_snapshot"
        case modelNotice = "model_notice"
        case leftOut = "left_out"
    }
}
