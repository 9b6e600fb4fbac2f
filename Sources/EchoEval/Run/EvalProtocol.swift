import EchoCore

/// What an evaluation measures.
public enum EvalProtocol: String, Sendable, Codable, CaseIterable {
    /// Devices, findings, grades, numbers, views and kinds from prompts alone.
    case zeroShot = "zero-shot"
    /// Whether two studies are of one patient.
    case identity
    /// Whether a study was made before or after something changed.
    case transitions
    /// Reports from studies and studies from reports.
    case retrieval
    /// What burned-in text, ECG and names do to the answers.
    case shortcuts
    /// All of them.
    case all

    /// The single protocols it stands for, in order.
    public var parts: [EvalProtocol] {
        self == .all ? Self.allCases.filter { $0 != .all } : [self]
    }

    /// Whose vectors it uses, the prompts' first.
    var slots: [ModelSlot] {
        switch self {
        case .zeroShot: [.prompt]
        case .identity, .transitions, .retrieval: [.similarity]
        case .shortcuts, .all: [.prompt, .similarity]
        }
    }
}
