import EchoCore
import EchoDecode
import EchoEncode
import EchoIndex

/// Draws one clip: its frames, masked or whole, as a film or as pictures.
struct ClipPicture: Sendable {
    let clip: StoredClip
    /// The clip's file.
    let path: String
    let picture: Picture

    /// Frames that the sector is looked for on, spread over the clip.
    private static let surveyed = FrameRule.uniform(count: 32)
    /// Pixels of a thumbnail's longer side, and of a contact sheet's cell.
    static let thumbnailSide = 320
    static let cellSide = 240

    /// The sector; `nil` for whole pictures.
    ///
    /// - Throws: ``MediaError/noMask``, or what the decoder throws.
    func sector() throws -> SectorMask? {
        guard picture == .masked else { return nil }
        let reader = try ClipReader(DecodeRequest(path: path, frames: Self.surveyed))
        var builder = SectorMaskBuilder(clip: reader.clip)
        while let frame = try reader.nextFrame() {
            try Task.checkCancellation()
            builder.add(frame)
        }
        do { return try builder.build() } catch { throw MediaError.noMask }
    }

    /// Hands on frames in order, what lies outside the mask black.
    ///
    /// - Throws: `CancellationError` between two frames, what `receive` throws.
    func frames(
        _ numbers: [Int]?, _ mask: SectorMask?, _ receive: (Clip, Frame) throws -> Void
    ) throws {
        let reader = try ClipReader(path: path) { numbers ?? Array(0..<$0) }
        while let frame = try reader.nextFrame() {
            try Task.checkCancellation()
            try receive(reader.clip, mask.map { Self.blanked(frame, $0) } ?? frame)
        }
    }

    private static func blanked(_ frame: Frame, _ mask: SectorMask) -> Frame {
        precondition(mask.size == frame.size, "a mask of \(mask.size) on a frame of \(frame.size)")
        var pixels = frame.pixels
        for place in mask.pixels.indices where mask.pixels[place] == 0 {
            for channel in 0..<3 { pixels[place * 3 + channel] = 0 }
        }
        return Frame(index: frame.index, time: frame.time, size: frame.size, pixels: pixels)
    }
}
