public import EchoIndex

/// What a list of studies says of one at a glance.
public enum StudyState: String, Sendable, Codable, CaseIterable {
    /// It has clips that readings use.
    case ready
    /// It has none.
    case unusable
    /// Files of it name different patients.
    case conflict

    /// Of a study as kept.
    public init(_ study: StoredStudy) {
        self = study.hasOtherPatient ? .conflict : study.usableClipCount > 0 ? .ready : .unusable
    }

    /// Narrows a filter to studies in this state.
    public func narrow(_ filter: inout SearchFilter) {
        filter.hasOtherPatient = self == .conflict
        if self != .conflict { filter.hasUsableClip = self == .ready }
    }
}
