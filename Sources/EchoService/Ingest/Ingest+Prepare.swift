import EchoCore
import EchoDecode
import EchoIndex
import EchoEncode

extension Ingest {
    /// Everything about one file that needs no order: read, look up, embed.
    func prepare(_ input: InputFile, manifest: Manifest?) async throws -> PreparedFile {
        let facts: FileFacts
        do { facts = try FileFacts(path: input.path) } catch {
            return leaveOut(input, facts: nil, .quarantined, error.report)
        }
        let sighting = try await index.sighting(
            contentHash: facts.contentHash, sopInstanceUID: nil, space: space)
        switch sighting {
        case .duplicateContent(let clip): return try await repeatOf(clip, input, facts)
        case .leftOut(let known) where !options.retriesLeftOut:
            return PreparedFile(.init(state: known.state, code: known.code, reason: known.reason))
        case .new, .sameUIDOtherContent, .needsEmbedding, .leftOut: break
        }
        switch try await embedder.embed(path: input.path) {
        case .embedded(let embedded): return try accept(embedded, input, facts, manifest)
        case .quarantined(let report): return leaveOut(input, facts: facts, .quarantined, report)
        case .skipped(let report):
            var file = leaveOut(input, facts: facts, .skipped, report)
            if let text = try? StructuredReport(path: input.path), let study = text.studyInstanceUID {
                file.report = FoundReport(study: study, text: text.text)
            }
            return file
        }
    }

    private func accept(
        _ embedded: EmbeddedClip, _ input: InputFile, _ facts: FileFacts, _ manifest: Manifest?
    ) throws -> PreparedFile {
        let masked = embedded.mask.method == .none
        let clip = NewClip(
            path: input.path, contentHash: facts.contentHash, byteCount: facts.byteCount,
            identity: StudyIdentity(dicom: embedded.clip.dicom, entry: input.entry),
            clip: embedded.clip, classed: embedded.classed, view: input.entry?.view,
            framesUsed: embedded.framesUsed,
            mask: masked
                ? nil : MaskFacts(method: embedded.mask.method.rawValue, coverage: embedded.mask.coverage),
            vectors: [try NewClipVectors(space: space, frames: embedded.frames)])
        var file = PreparedFile(
            .init(state: .embedded, kind: embedded.classed.kind), item: .embedded(clip))
        file.timing = embedded.timing
        file.frames = embedded.framesUsed.count
        if let text = manifestReport(input, manifest) ?? SidecarReport.text(beside: input.path) {
            file.report = FoundReport(study: nil, text: text)
        }
        return file
    }

    /// A manifest's `report`: a text file's content where it names one, else the words themselves.
    private func manifestReport(_ input: InputFile, _ manifest: Manifest?) -> String? {
        guard let manifest, let report = input.entry?.report else { return nil }
        guard report.hasSuffix(".txt") else { return report }
        return SidecarReport.read(manifest.resolve(report, below: [])) ?? report
    }

    /// The same path again leaves no trace; another path with the same bytes is remembered.
    private func repeatOf(
        _ clip: ClipID, _ input: InputFile, _ facts: FileFacts
    ) async throws -> PreparedFile {
        let known = try await index.clip(resolving: clip.text)
        let verdict = PreparedFile.Verdict(
            state: .duplicate, code: IngestedFile.duplicateCode, reason: IngestedFile.duplicateReason,
            kind: known.classed.kind, clip: clip, study: known.study)
        guard known.path != input.path else { return PreparedFile(verdict) }
        let sighted = LeftOutFile(
            path: input.path, contentHash: facts.contentHash, byteCount: facts.byteCount, state: .duplicate,
            code: IngestedFile.duplicateCode, reason: IngestedFile.duplicateReason, clip: clip,
            study: known.study)
        return PreparedFile(verdict, item: .leftOut(sighted))
    }

    private func leaveOut(
        _ input: InputFile, facts: FileFacts?, _ state: ItemState, _ report: FailureReport
    ) -> PreparedFile {
        let file = LeftOutFile(
            path: input.path, contentHash: facts?.contentHash, byteCount: facts?.byteCount, state: state,
            code: report.code, reason: report.reason)
        return PreparedFile(
            .init(state: state, code: report.code, reason: report.reason), item: .leftOut(file))
    }
}
