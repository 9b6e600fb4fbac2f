public import EchoIndex
import EchoCore

/// One study, its clips and its report.
public struct StudyDetail: Sendable, Encodable {
    /// The study.
    public let study: StudyLine
    /// What to say of it at a glance.
    public let state: StudyState
    /// All its clips; one alone where a clip was asked for.
    public let clips: [ClipLine]
    /// Its report's text; `nil` where none is stored.
    public let report: String?

    /// Finds a study, or a clip with its study, by any name it goes by.
    ///
    /// - Throws: `IndexError/notFound` where it is neither.
    public init(_ subject: String, in index: StudyIndex) async throws {
        if let found = try await index.knownStudy(subject) {
            study = StudyLine(found)
            state = StudyState(found)
            clips = try await index.clips(of: found.id).map { ClipLine($0) }
            report = try await index.reportText(of: found.id)
        } else {
            let clip = try await index.clip(resolving: subject)
            let found = try await index.study(resolving: clip.study.text)
            study = StudyLine(found)
            state = StudyState(found)
            clips = [ClipLine(clip)]
            report = try await index.reportText(of: clip.study)
        }
    }

    private enum Keys: String, CodingKey { case study, clips, report }

    /// The state stands among the study's own keys, as in a worklist.
    public func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: Keys.self)
        try container.encode(StatedStudy(study: study, state: state), forKey: .study)
        try container.encode(clips, forKey: .clips)
        try container.encodeIfPresent(report, forKey: .report)
    }
}

/// A study's line with its state beside it.
private struct StatedStudy: Encodable {
    let study: StudyLine
    let state: StudyState

    private enum Keys: String, CodingKey { case state }

    func encode(to encoder: any Encoder) throws {
        try study.encode(to: encoder)
        var container = encoder.container(keyedBy: Keys.self)
        try container.encode(state, forKey: .state)
    }
}
