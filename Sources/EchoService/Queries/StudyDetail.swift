public import EchoIndex
import EchoCore

/// One study, its clips and its report.
public struct StudyDetail: Sendable, Encodable {
    /// The study.
    public let study: StudyLine
    /// All its clips; one alone where a clip was asked for.
    public let clips: [ClipLine]
    /// Its report's text; `nil` where none is stored.
    public let report: String?

    /// Finds a study, or a clip with its study, by any name it goes by.
    ///
    /// - Throws: `IndexError/notFound` where it is neither.
    public init(_ subject: String, in index: StudyIndex) async throws {
        let found: StoredStudy
        var only: StoredClip?
        do { found = try await index.study(resolving: subject) } catch IndexError.notFound {
            let clip = try await index.clip(resolving: subject)
            found = try await index.study(resolving: clip.study.text)
            only = clip
        }
        study = StudyLine(found)
        let stored = try await index.clips(of: found.id)
        clips = (only.map { [$0] } ?? stored).map { ClipLine($0) }
        report = try await index.reportText(of: found.id)
    }
}
