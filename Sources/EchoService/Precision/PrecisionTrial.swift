import EchoCore
public import EchoEncode
import EchoReading
import EchoTensor

/// Embeds the same frames in every mode and says how near the faster ones come to fp32.
public struct PrecisionTrial: Sendable {
    let workspace: Workspace
    let model: InstalledModel
    let clips: [String]

    /// Frames of each clip.
    static let clipFrames = 8
    /// Sentences of each prompt set.
    static let sentencesPerSet = 2

    /// - Parameter clips: files whose frames count beside the simulated ones.
    public init(_ model: InstalledModel, workspace: Workspace, clips: [String] = []) {
        self.workspace = workspace
        self.model = model
        self.clips = clips
    }

    /// Runs each mode in turn; one model is in memory at a time.
    ///
    /// - Parameter progress: modes done, modes in all, and the one that comes.
    /// - Throws: what the model throws, and a clip's own failure where it cannot be embedded.
    public func run(progress: (Int, Int, Precision) -> Void = { _, _, _ in }) async throws
        -> PrecisionEvidence
    {
        let threads = try workspace.settings.threads()
        let kernels = try workspace.settings.kernels()
        var (frames, phantoms): ([ScaledFrame], Int) = ([], 0)
        var sentences: [Embedding] = []
        var vectors: [Precision: [Embedding]] = [:]
        for (place, precision) in Precision.allCases.enumerated() {
            progress(place, Precision.allCases.count, precision)
            let loaded = try workspace.loaded(model, precision)
            if frames.isEmpty {
                frames = try CalibrationFrames.judging.frames(for: loaded.scaler)
                phantoms = frames.count
                for path in clips { frames += try clipFrames(path, of: loaded) }
                sentences = try texts(of: loaded)
            }
            var timing = StageTimes()
            vectors[precision] = try await EncoderLanes(count: threads, model: loaded)
                .embed(frames, .interactive, timing: &timing)
        }
        let reference = vectors[.fp32] ?? []
        var modes: [Precision: PrecisionEvidence.Mode] = [:]
        for (precision, found) in vectors where precision != .fp32 {
            modes[precision] = Self.compare(found, reference, sentences: sentences)
        }
        return PrecisionEvidence(
            weights: model.manifest.weights.sha256, instructions: kernels.instructions,
            phantomFrames: phantoms, clipFrames: frames.count - phantoms, sentences: sentences.count,
            modes: modes)
    }

    private func clipFrames(_ path: String, of model: EchoModel) throws -> [ScaledFrame] {
        let shown = try workspace.preprocessing(for: self.model)
        return try ClipEmbedder(
            model: model, frames: .uniform(count: Self.clipFrames), mask: shown.mask, threads: 1
        ).scaledFrames(path: path)
    }

    /// Some sentences of every prompt set that comes with the program or the model.
    private func texts(of loaded: EchoModel) throws -> [Embedding] {
        guard loaded.canEmbedText else { return [] }
        let folders = [model.prompts, workspace.shipped?.prompts].compactMap { $0 }
        let texts = PromptLibrary(folders: folders).entries().compactMap(\.set).flatMap {
            $0.expanded.prefix(Self.sentencesPerSet).map(\.text)
        }
        return try texts.compactMap { text in
            do { return try loaded.embed(text: text).embedding } catch TokenizeError.nothingRecognized {
                return nil
            }
        }
    }

    private static func compare(
        _ found: [Embedding], _ reference: [Embedding], sentences: [Embedding]
    ) -> PrecisionEvidence.Mode {
        var (cosine, error, overlap) = (1.0, 0.0, 0.0)
        for (place, (one, other)) in zip(found, reference).enumerated() {
            cosine = min(cosine, Self.cosine(one, other))
            for (left, right) in zip(one.values, other.values) {
                error = max(error, Double(abs(left - right)))
            }
            overlap += RankAgreement.overlap(
                Self.others(place, in: found), Self.others(place, in: reference), best: 10)
        }
        let taus = sentences.map { sentence in
            RankAgreement.tau(
                found.map { sentence.similarity(to: $0) }, reference.map { sentence.similarity(to: $0) })
        }
        return PrecisionEvidence.Mode(
            minimumCosine: cosine, maximumError: error, topTenOverlap: overlap / Double(max(1, found.count)),
            kendallTau: taus.isEmpty ? nil : taus.reduce(0, +) / Double(taus.count))
    }

    /// One less half the squared chord: exact where the cosine is near 1.
    private static func cosine(_ one: Embedding, _ other: Embedding) -> Double {
        1 - zip(one.values, other.values).reduce(0.0) {
            $0 + (Double($1.0) - Double($1.1)) * (Double($1.0) - Double($1.1))
        } / 2
    }

    /// How near every other vector is to one of them.
    private static func others(_ place: Int, in vectors: [Embedding]) -> [Float] {
        vectors.indices.filter { $0 != place }.map { vectors[place].similarity(to: vectors[$0]) }
    }
}
