/// A finding that is there or not, by the name that metrics and label columns have for it.
public enum BinaryFinding: String, Sendable, Codable, CaseIterable {
    /// A pacemaker's or defibrillator's lead.
    case pacemaker
    /// One clip or more on the mitral leaflets.
    case mitralClip = "mitral_clip"
    /// A stented tissue valve in the aortic position.
    case stentedValve = "stented_valve"
    /// A surgically sewn valve in the aortic position.
    case surgicalValve = "surgical_valve"
    /// A ring around the mitral valve.
    case mitralRing = "mitral_ring"

    /// The prompt sets that ask for it, the first that exists counts.
    public var promptSets: [String] {
        switch self {
        case .pacemaker: ["pacemaker"]
        case .mitralClip: ["mitral-clip"]
        case .stentedValve: ["stented-valve", "tavr"]
        case .surgicalValve: ["surgical-valve"]
        case .mitralRing: ["mitral-ring"]
        }
    }
}
