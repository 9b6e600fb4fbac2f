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
        if let found = try await index.knownStudy(subject) {
            study = StudyLine(found)
            clips = try await index.clips(of: found.id).map { ClipLine($0) }
            report = try await index.reportText(of: found.id)
        } else {
            let clip = try await index.clip(resolving: subject)
            study = StudyLine(try await index.study(resolving: clip.study.text))
            clips = [ClipLine(clip)]
            report = try await index.reportText(of: clip.study)
        }
    }
}
