import EchoCore
import EchoDecode
import EchoEncode
import EchoExport
import EchoIndex

extension ClipPicture {
    /// Draws into a file.
    ///
    /// - Throws: what the file, the sector or the disk is at fault with; then there is no file.
    func draw(_ kind: MediaKey.Kind, _ mask: SectorMask?, to path: String) throws {
        switch kind {
        case .cine: try film(mask, to: path)
        case .frame(let number):
            guard (0..<clip.frameCount).contains(number) else {
                throw MediaError.noFrame(found: number, count: clip.frameCount)
            }
            try still(number, mask, longestSide: .max, to: path)
        case .thumbnail: try still(clip.frameCount / 2, mask, longestSide: Self.thumbnailSide, to: path)
        case .sheet(let count): try sheet(count, mask, to: path)
        }
    }

    private func still(_ number: Int, _ mask: SectorMask?, longestSide: Int, to path: String) throws {
        try frames([number], mask) { _, frame in
            let scaler = PictureScaler(frame.size, longestSide: longestSide)
            try PNGFile.write(rgb: scaler.scaled(frame.pixels), size: scaler.to, to: path)
        }
    }

    private func sheet(_ count: Int, _ mask: SectorMask?, to path: String) throws {
        var cells: [Frame] = []
        try frames(FrameRule.uniform(count: count).indices(frameCount: clip.frameCount), mask) { _, frame in
            let scaler = PictureScaler(frame.size, longestSide: Self.cellSide)
            var pixels = scaler.scaled(frame.pixels)
            FrameNumber.draw(frame.index, on: &pixels, of: scaler.to)
            cells.append(Frame(index: frame.index, time: frame.time, size: scaler.to, pixels: pixels))
        }
        let sheet = ContactSheet(frames: cells, mask: nil)
        try PNGFile.write(rgb: sheet.pixels, size: sheet.size, to: path)
    }

    /// H.264 in MP4 with the clip's own times; an odd side gets one line of black.
    private func film(_ mask: SectorMask?, to path: String) throws {
        let even = PictureSize(
            width: clip.size.width + clip.size.width % 2, height: clip.size.height + clip.size.height % 2)
        let shown = ExportClip(size: even, frameTimes: Self.ascending(clip.frameTimes), isGray: false)
        var writer = try VideoWriter(path: path, clip: shown, format: .mp4)
        var count = 0
        try frames(nil, mask) { _, frame in
            guard frame.size == clip.size, count < clip.frameCount else { throw MediaError.changedOriginal }
            try writer.add(Self.padded(frame, to: even))
            count += 1
        }
        guard count == clip.frameCount else { throw MediaError.changedOriginal }
        try writer.finish()
    }

    private static func padded(_ frame: Frame, to size: PictureSize) -> Frame {
        guard size != frame.size else { return frame }
        var pixels = [UInt8](repeating: 0, count: size.pixelCount * 3)
        for row in 0..<frame.size.height {
            let target = row * size.width * 3
            let source = row * frame.size.width * 3
            pixels.replaceSubrange(
                target..<target + frame.size.width * 3,
                with: frame.pixels[source..<source + frame.size.width * 3])
        }
        return Frame(index: frame.index, time: frame.time, size: size, pixels: pixels)
    }

    /// Times that ascend: where a file gives two frames one time, the later one comes a tenth of a millisecond on.
    private static func ascending(_ times: [Double]) -> [Double] {
        times.reduce(into: []) { kept, time in
            kept.append(kept.last.map { max($0 + 0.1, time) } ?? time)
        }
    }
}
