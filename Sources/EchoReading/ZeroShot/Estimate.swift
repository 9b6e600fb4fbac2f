public import EchoCore

/// A number read off a study's frames: by the prompts that they are nearest to, or by how they move.
public struct Estimate: Sendable, Equatable, Codable {
    /// Whose study.
    public let study: StudyID
    /// Which prompt set, or which readout.
    public let set: String
    /// The estimate; `nil` where ``abstention`` says why there is none.
    public let value: Float?
    /// Such as `%` or `mmHg`.
    public let unit: String
    /// Which formula.
    public let formula: EstimateFormula
    /// How many frames it rests on.
    public let frames: Int
    /// The frames' own estimates; `nil` where there is no value, or where single frames have none.
    public let perFrame: Spread?
    /// Each used clip's own estimate; none where there is no value.
    public let clips: [ClipEstimate]
    /// The clips that were not used.
    public let leftOut: [ExcludedClip]
    /// Why there is no value.
    public let abstention: Abstention?
    /// How several clips become one number.
    public let rule: String
    /// What part of the model gave the number; `nil` for its two towers.
    public let provenance: String?
    /// What this is not.
    public let notice: String

    /// How several clips become one number.
    public static let pooling =
        "One formula over the frames of all used clips together; each frame counts the same."

    private enum CodingKeys: String, CodingKey {
        case study, set, value, unit, formula, frames, clips, abstention, rule, provenance, notice
        case perFrame = "per_frame"
        case leftOut = "left_out"
    }
}
