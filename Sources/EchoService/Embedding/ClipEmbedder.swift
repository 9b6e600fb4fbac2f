public import EchoCore
public import EchoEncode
public import EchoIndex
import EchoDecode

/// Takes a file to its vectors: decode, class, mask, scale, encode.
public struct ClipEmbedder: Sendable {
    /// The model that is shown the frames.
    public let model: EchoModel
    /// Which frames.
    public let frames: FrameRule
    /// Whether the sector is masked.
    public let mask: MaskRule
    let lanes: EncoderLanes
    /// Whether somebody waits for the vectors.
    var urgency = Urgency.interactive

    /// Frames wider in bytes than this, together, are decoded a second time rather than held.
    package var heldBytes = 96 << 20
    /// Frames that are scaled and encoded together.
    static let chunk = 16

    /// - Parameter threads: frames encoded at once, over all clips in flight.
    public init(model: EchoModel, frames: FrameRule, mask: MaskRule, threads: Int) {
        self.init(
            model: model, frames: frames, mask: mask, lanes: EncoderLanes(count: threads, model: model))
    }

    /// Shares the places of others with the same model.
    init(model: EchoModel, frames: FrameRule, mask: MaskRule, lanes: EncoderLanes) {
        self.model = model
        self.frames = frames
        self.mask = mask
        self.lanes = lanes
    }

    /// Where its vectors live.
    public var fingerprint: Fingerprint { model.fingerprint(frames: frames, mask: mask) }

    /// The space that its vectors belong to.
    public var space: EmbeddingSpace {
        EmbeddingSpace(
            slot: model.slot, fingerprint: fingerprint, dimension: model.dimension,
            notice: model.installed.manifest.notice)
    }

    /// Embeds one file; what is wrong with the file is an outcome, not an error.
    ///
    /// - Throws: `CancellationError`, or a failure of the model itself.
    public func embed(path: String) async throws -> ClipOutcome {
        try Task.checkCancellation()
        do {
            return .embedded(try await embedOrThrow(path: path))
        } catch let error as DecodeError {
            return error.isNoClip ? .skipped(error.report) : .quarantined(error.report)
        } catch let error as MaskError {
            return .quarantined(error.report)
        } catch let error as EmbeddingError {
            return .quarantined(error.report)
        }
    }

    private func embedOrThrow(path: String) async throws -> EmbeddedClip {
        var timing = StageTimes()
        var shown = try ShownClip(path: path, embedder: self, timing: &timing)
        var vectors: [Embedding] = []
        while let scaled = try shown.next(Self.chunk, timing: &timing) {
            vectors += try await lanes.embed(scaled, urgency, timing: &timing)
        }
        return EmbeddedClip(
            clip: shown.clip, classed: shown.survey.classed, framesUsed: shown.wanted,
            mask: shown.survey.mask, frames: vectors, embedding: try Embedding.mean(of: vectors),
            timing: timing)
    }

    /// A file's frames as the model is fed them.
    ///
    /// - Throws: a file's own failure.
    func scaledFrames(path: String) throws -> [ScaledFrame] {
        var timing = StageTimes()
        var shown = try ShownClip(path: path, embedder: self, timing: &timing)
        var frames: [ScaledFrame] = []
        while let scaled = try shown.next(Self.chunk, timing: &timing) { frames += scaled }
        return frames
    }
}
