public import EchoIndex
import EchoCore

/// A study as a worklist shows it: ``StudyLine``, with what is counted for a list.
public struct WorklistLine: Sendable, Encodable {
    /// The study.
    public let study: StudyLine
    /// What to say of it at a glance.
    public let state: StudyState
    /// Clips by kind; absent is 0.
    public let kinds: [String: Int]
    /// Files of it that were left out, by state.
    public let leftOut: [String: Int]
    /// The same patient's other studies.
    public let priorCount: Int

    /// Takes the index's words.
    public init(_ listed: WorklistStudy) {
        study = StudyLine(listed.study)
        state = StudyState(listed.study)
        kinds = Dictionary(uniqueKeysWithValues: listed.kinds.map { ($0.key.rawValue, $0.value) })
        leftOut = Dictionary(uniqueKeysWithValues: listed.leftOut.map { ($0.key.rawValue, $0.value) })
        priorCount = listed.priorCount
    }

    private enum Keys: String, CodingKey {
        case state, kinds, leftOut, priorCount
    }

    /// The line's own keys, with the counts beside them.
    public func encode(to encoder: any Encoder) throws {
        try study.encode(to: encoder)
        var container = encoder.container(keyedBy: Keys.self)
        try container.encode(state, forKey: .state)
        try container.encode(kinds, forKey: .kinds)
        try container.encode(leftOut, forKey: .leftOut)
        try container.encode(priorCount, forKey: .priorCount)
    }
}
