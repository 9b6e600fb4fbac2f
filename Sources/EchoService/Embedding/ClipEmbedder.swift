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
        let request = DecodeRequest(path: path, frames: frames)
        var reader = try timing.measure(\.decode) { try ClipReader(request) }
        let clip = reader.clip
        let surveyed = Survey.rule(for: frames, count: reader.wanted.count, of: clip)
        let survey: Survey
        if surveyed == frames {
            survey = try Survey(reader, mask: mask, heldBytes: heldBytes, timing: &timing)
            if survey.held == nil { reader = try timing.measure(\.decode) { try ClipReader(request) } }
        } else {
            let spread = try timing.measure(\.decode) {
                try ClipReader(DecodeRequest(path: path, frames: surveyed))
            }
            survey = try Survey(spread, mask: mask, heldBytes: 0, timing: &timing)
        }
        var vectors: [Embedding] = []
        var place = 0
        while place < reader.wanted.count {
            let end = min(place + Self.chunk, reader.wanted.count)
            var scaled: [ScaledFrame] = []
            while place < end {
                let frame = try survey.held?[place] ?? timing.measure(\.decode) { try reader.nextFrame() }
                guard let frame else {
                    throw DecodeError.truncated(held: place, declared: reader.wanted.count)
                }
                scaled.append(timing.measure(\.scale) { model.scaler.scaled(frame, mask: survey.mask) })
                place += 1
            }
            vectors += try await lanes.embed(scaled, urgency, timing: &timing)
        }
        return EmbeddedClip(
            clip: clip, classed: survey.classed, framesUsed: reader.wanted, mask: survey.mask,
            frames: vectors, embedding: try Embedding.mean(of: vectors), timing: timing)
    }
}
