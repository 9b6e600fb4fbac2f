import EchoCore
import EchoDecode
import EchoIndex
import EchoEncode

extension Ingest {
    /// Everything about one file that needs no order: read, look up, embed.
    func prepare(_ input: InputFile, manifest: Manifest?) async throws -> PreparedFile {
        if input.isCompanion { return PreparedFile(Self.companion(input)) }
        let facts: FileFacts
        do { facts = try FileFacts(path: input.path) } catch {
            return leaveOut(input, facts: nil, .quarantined, error.report)
        }
        let sighting = try await index.sighting(
            contentHash: facts.contentHash, sopInstanceUID: nil, space: space)
        switch sighting {
        case .duplicateContent(let clip):
            if let file = try await repeatOf(clip, input, facts, manifest) { return file }
        case .leftOut(let known) where !options.retriesLeftOut: return leaveOutAgain(known, input, facts)
        case .new, .sameUIDOtherContent, .needsEmbedding, .leftOut: break
        }
        switch try await embedder.embed(path: input.path) {
        case .embedded(let embedded): return try accept(embedded, input, facts, manifest)
        case .quarantined(let report): return leaveOut(input, facts: facts, .quarantined, report)
        case .skipped(let report): return leaveOut(input, facts: facts, .skipped, report)
        }
    }

    /// The path as the index keeps it.
    private func kept(_ input: InputFile) -> String {
        guard let base = options.base, input.path.hasPrefix(base + "/") else { return input.path }
        return String(input.path.dropFirst(base.count + 1))
    }

    /// How a text or table of the run ends: it is no clip, and a text that cannot be read is told.
    static func companion(_ input: InputFile) -> PreparedFile.Verdict {
        let isUnread = input.path.hasSuffix(".txt") && SidecarReport.read(input.path) == nil
        let report = (isUnread ? InputError.unreadableReport : .companion).report
        return .init(state: isUnread ? .quarantined : .skipped, code: report.code, reason: report.reason)
    }

    private func accept(
        _ embedded: EmbeddedClip, _ input: InputFile, _ facts: FileFacts, _ manifest: Manifest?
    ) throws -> PreparedFile {
        let isWhole = embedded.mask.method == .none
        let clip = NewClip(
            path: kept(input), contentHash: facts.contentHash, byteCount: facts.byteCount,
            identity: StudyIdentity(dicom: embedded.clip.dicom, entry: input.entry),
            clip: embedded.clip, classed: embedded.classed, view: input.entry?.view,
            framesUsed: embedded.framesUsed,
            mask: isWhole
                ? nil : MaskFacts(method: embedded.mask.method.rawValue, coverage: embedded.mask.coverage),
            vectors: [try NewClipVectors(space: space, frames: embedded.frames)])
        var file = PreparedFile(
            .init(state: .embedded, kind: embedded.classed.kind), item: .embedded(clip))
        file.timing = embedded.timing
        file.frames = embedded.framesUsed.count
        file.report = report(of: input, manifest)
        return file
    }

    private func report(of input: InputFile, _ manifest: Manifest?) -> String? {
        input.entry.flatMap { manifest?.report(of: $0) } ?? SidecarReport.text(beside: input.path)
    }

    /// The same path again leaves no trace; another path with the same bytes is remembered.
    ///
    /// Its report is looked at again: a run that was killed between a clip and its report stored only the clip.
    ///
    /// - Returns: `nil` where the clip was deleted just now.
    private func repeatOf(
        _ clip: ClipID, _ input: InputFile, _ facts: FileFacts, _ manifest: Manifest?
    ) async throws -> PreparedFile? {
        guard let known = try await index.knownClip(clip.text) else { return nil }
        var file = PreparedFile(
            .init(
                state: .duplicate, code: IngestedFile.duplicateCode, reason: IngestedFile.duplicateReason,
                kind: known.classed.kind, clip: clip, study: known.study))
        if known.path == kept(input) {
            file.report = report(of: input, manifest)
        } else {
            let sighted = LeftOutFile(
                path: kept(input), contentHash: facts.contentHash, byteCount: facts.byteCount,
                state: .duplicate, code: IngestedFile.duplicateCode, reason: IngestedFile.duplicateReason,
                clip: clip, study: known.study)
            file.item = .leftOut(sighted)
        }
        return file
    }

    private func leaveOut(
        _ input: InputFile, facts: FileFacts?, _ state: ItemState, _ report: FailureReport
    ) -> PreparedFile {
        let left = LeftOutFile(
            path: kept(input), contentHash: facts?.contentHash, byteCount: facts?.byteCount, state: state,
            code: report.code, reason: report.reason, study: Self.owner(of: input))
        var file = PreparedFile(
            .init(state: state, code: report.code, reason: report.reason), item: .leftOut(left))
        file.isReport = state == .skipped && (try? StructuredReport(path: input.path)) != nil
        return file
    }

    /// Bytes that were left out before end as they did then, under each path that they lie at.
    private func leaveOutAgain(
        _ known: LeftOutFile, _ input: InputFile, _ facts: FileFacts
    ) -> PreparedFile {
        let left = LeftOutFile(
            path: kept(input), contentHash: facts.contentHash, byteCount: facts.byteCount, state: known.state,
            code: known.code, reason: known.reason, study: Self.owner(of: input))
        var file = PreparedFile(
            .init(state: known.state, code: known.code, reason: known.reason), item: .leftOut(left))
        file.isReport = known.state == .skipped && (try? StructuredReport(path: input.path)) != nil
        return file
    }

    /// The study that a manifest, or else the header, gives a file, so that deleting the study forgets the file.
    private static func owner(of input: InputFile) -> StudyID? {
        var header: DICOMFacts?
        if input.entry?.study == nil, let uid = (try? DICOMOwner(path: input.path))?.studyInstanceUID {
            header = DICOMFacts()
            header?.studyInstanceUID = uid
        }
        return StudyIdentity(dicom: header, entry: input.entry).studyKey.map { StudyID(key: $0) }
    }
}
