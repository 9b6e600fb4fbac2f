import EchoCore
import EchoDecode
import EchoIndex

/// Says what an ingest would do, from the files' headers and what the index knows; writes nothing.
///
/// A file counts as embedded where it opens as a clip: a sector that cannot be found, or a frame that does not
/// decode, shows only when it is embedded.
public struct IngestPreview: Sendable {
    let workspace: Workspace
    let options: IngestOptions

    /// Takes what an ingest would.
    public init(workspace: Workspace, options: IngestOptions) {
        self.workspace = workspace
        self.options = options
    }

    /// - Throws: what a manifest or the index throws.
    public func run(progress: (IngestEvent) -> Void) async throws -> IngestSummary {
        let index = try await openedIndex()
        let known = try await knownClips(index)
        let manifest = try options.manifest.map { try Manifest(path: $0) }
        let walk = InputWalk(paths: options.paths, manifest: manifest, tables: options.tables)
        let frames = try workspace.settings.frames()
        var summary = IngestSummary()
        summary.dryRun = true
        progress(.found(files: walk.files.count + walk.refusals.count))
        for ended in walk.refusals.map({ IngestedFile($0) }) {
            summary.count(ended)
            progress(.ended(ended))
        }
        let leftOut = try await knownLeftOut(index)
        var seen: [ContentHash: StudyID] = known
        for file in walk.files {
            let verdict = verdict(file, frames: frames, leftOut: leftOut, seen: &seen)
            let ended = IngestedFile(file, verdict, nil)
            summary.count(ended)
            progress(.ended(ended))
        }
        return summary
    }

    private func openedIndex() async throws -> StudyIndex? {
        do { return try await workspace.openIndex(for: .read) } catch IndexError.noIndex { return nil }
    }

    private func knownClips(_ index: StudyIndex?) async throws -> [ContentHash: StudyID] {
        let clips = try await index?.clips() ?? []
        return Dictionary(
            clips.map { ($0.contentHash, $0.study) }, uniquingKeysWith: { first, _ in first })
    }

    private func knownLeftOut(_ index: StudyIndex?) async throws -> [ContentHash: LeftOutFile] {
        let files = try await index?.leftOutFiles() ?? []
        let pairs = files.compactMap { file in
            file.state == .duplicate ? nil : file.contentHash.map { ($0, file) }
        }
        return Dictionary(pairs, uniquingKeysWith: { first, _ in first })
    }

    private func verdict(
        _ file: InputFile, frames: FrameRule, leftOut: [ContentHash: LeftOutFile],
        seen: inout [ContentHash: StudyID]
    ) -> PreparedFile.Verdict {
        if file.isCompanion { return Ingest.companion(file) }
        do {
            let facts = try FileFacts(path: file.path)
            if let left = leftOut[facts.contentHash], !options.retriesLeftOut {
                return .init(state: left.state, code: left.code, reason: left.reason)
            }
            if let study = seen[facts.contentHash] {
                return .init(
                    state: .duplicate, code: IngestedFile.duplicateCode,
                    reason: IngestedFile.duplicateReason, study: study)
            }
            let clip = try ClipReader(DecodeRequest(path: file.path, frames: frames)).clip
            let study = StudyIdentity(dicom: clip.dicom, entry: file.entry).study(for: facts.contentHash)
            seen[facts.contentHash] = study
            return .init(state: .embedded, study: study)
        } catch let error as DecodeError {
            return .init(
                state: error.isNoClip ? .skipped : .quarantined, code: error.report.code,
                reason: error.report.reason)
        } catch let error as any EchoFailure {
            return .init(state: .quarantined, code: error.report.code, reason: error.report.reason)
        } catch {
            return .init(state: .quarantined, code: "ingest.unknown", reason: "\(error)")
        }
    }
}
