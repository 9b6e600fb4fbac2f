import EchoCore
import EchoDecode
import EchoEncode

/// A clip after its survey, whose frames come masked and scaled, some at a time.
struct ShownClip {
    let clip: Clip
    let survey: Survey
    /// The places of the frames that the model is shown, ascending.
    let wanted: [Int]
    private var reader: ClipReader
    private let scaler: FrameScaler
    private var place = 0

    /// Surveys the clip.
    ///
    /// - Throws: what is wrong with the file.
    init(path: String, embedder: ClipEmbedder, timing: inout StageTimes) throws {
        let (frames, mask) = (embedder.frames, embedder.mask)
        let request = DecodeRequest(path: path, frames: frames)
        var reader = try timing.measure(\.decode) { try ClipReader(request) }
        let surveyed = Survey.rule(for: frames, count: reader.wanted.count, of: reader.clip)
        if surveyed == frames {
            survey = try Survey(reader, mask: mask, heldBytes: embedder.heldBytes, timing: &timing)
            if survey.held == nil { reader = try timing.measure(\.decode) { try ClipReader(request) } }
        } else {
            let spread = try timing.measure(\.decode) {
                try ClipReader(DecodeRequest(path: path, frames: surveyed))
            }
            survey = try Survey(spread, mask: mask, heldBytes: 0, timing: &timing)
        }
        clip = reader.clip
        wanted = reader.wanted
        self.reader = reader
        scaler = embedder.model.scaler
    }

    /// The next frames, at most so many; `nil` after the last.
    mutating func next(_ count: Int, timing: inout StageTimes) throws -> [ScaledFrame]? {
        guard place < wanted.count else { return nil }
        let end = min(place + count, wanted.count)
        var scaled: [ScaledFrame] = []
        while place < end {
            let frame = try survey.held?[place] ?? timing.measure(\.decode) { try reader.nextFrame() }
            guard let frame else { throw DecodeError.truncated(held: place, declared: wanted.count) }
            scaled.append(timing.measure(\.scale) { scaler.scaled(frame, mask: survey.mask) })
            place += 1
        }
        return scaled
    }
}
