internal import EchoCore
internal import EchoEncode
internal import EchoTesting

/// A made-up echo clip with scanner furniture, and the truth about each pixel.
///
/// The seed is the case.
struct SyntheticClip {
    /// Where the banner with the patient's name is drawn.
    enum Banner { case apart, overSector }

    let clip: Clip
    let frames: [Frame]
    /// 1 where the scanner drew ultrasound.
    let truth: [UInt8]
    /// 1 where any frame has banner text.
    let banner: [UInt8]
    /// 1 where any frame has other furniture outside the sector.
    let furniture: [UInt8]

    init(
        seed: UInt64, banner place: Banner = .apart, bannerSeed: UInt64? = nil, edgeMarks: Bool = true,
        frameCount: Int = 16
    ) {
        var random = SplitMix64(seed: seed)
        let sizes = [(320, 240), (640, 480), (800, 600), (1024, 768), (636, 434)]
        let (width, height) = sizes[Int(random.next() % 5)]
        let size = PictureSize(width: width, height: height)
        let geometry = SyntheticSector(size: size, using: &random)
        let truth = geometry.members
        let tissue = SyntheticTissue(geometry: geometry, using: &random)
        let furniture = SyntheticFurniture(geometry: geometry, edgeMarks: edgeMarks, using: &random)
        var letters = SplitMix64(seed: bannerSeed ?? seed &+ 77)
        let banner = furniture.banner(over: place == .overSector, using: &letters)
        var frames: [Frame] = []
        var others = [UInt8](repeating: 0, count: size.pixelCount)
        for index in 0..<frameCount {
            var canvas = SyntheticCanvas(size: size)
            tissue.draw(index, on: &canvas, using: &random)
            furniture.draw(index, of: frameCount, on: &canvas)
            for at in truth.indices where canvas.drawn[at] == 1 && truth[at] == 0 { others[at] = 1 }
            for at in banner.indices where banner[at] == 1 { canvas.set(at, (230, 230, 230)) }
            frames.append(
                Frame(index: index, time: .milliseconds(33 * index), size: size, pixels: canvas.pixels))
        }
        clip = Clip(
            container: "avi", codec: "raw", size: size,
            frameTimes: (0..<frameCount).map { Double($0) * 33 })
        self.frames = frames
        self.truth = truth
        self.banner = banner
        self.furniture = others
    }

    /// The mask of all frames.
    func mask() throws(MaskError) -> SectorMask {
        var builder = SectorMaskBuilder(clip: clip)
        for frame in frames { builder.add(frame) }
        return try builder.build()
    }
}
