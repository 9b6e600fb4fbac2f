import EchoCore
import EchoDecode
import EchoEncode

/// A first pass over the clip: what kind it is, and where its sector lies.
struct Survey {
    /// Frames below which neither a kind nor a sector can be told from motion; fewer wanted ones are surveyed
    /// on this many, spread over the whole clip.
    static let leastFrames = 16

    /// The frames to survey where a rule takes these of a clip.
    static func rule(for wanted: FrameRule, count: Int, of clip: Clip) -> FrameRule {
        count >= min(leastFrames, clip.frameCount) ? wanted : .uniform(count: leastFrames)
    }

    let classed: ClipClass
    let mask: SectorMask
    /// The frames, where they are few enough to hold; `nil` where they must be decoded again.
    let held: [Frame]?

    /// - Throws: `DecodeError` for a frame that does not decode, `MaskError` for a sector that cannot be
    ///   trusted.
    init(
        _ reader: ClipReader, mask rule: MaskRule, heldBytes: Int, timing: inout StageTimes
    ) throws {
        var classifier = ClipClassifier(clip: reader.clip)
        var builder = SectorMaskBuilder(clip: reader.clip)
        let bytes = reader.wanted.count * reader.clip.size.pixelCount * 3
        var frames: [Frame]? = bytes <= heldBytes ? [] : nil
        while let frame = try timing.measure(\.decode, { try reader.nextFrame() }) {
            timing.measure(\.scale) {
                classifier.add(frame)
                if rule == .auto { builder.add(frame) }
            }
            frames?.append(frame)
        }
        classed = classifier.verdict()
        mask =
            switch rule {
            case .auto: try timing.measure(\.scale) { try builder.build() }
            case .none: SectorMask.none(size: reader.clip.size)
            }
        held = frames
    }
}
