public import EchoCore

/// One simulated clip: a cut through a beating heart as a scanner would show it.
///
/// All of it follows from what it is made of, so any thread may ask for any frame, in any order.
public struct PhantomClip: Sendable {
    /// The heart.
    public let anatomy: HeartAnatomy
    /// The cut.
    public let view: EchoView
    /// How it was taken.
    public let acquisition: Acquisition
    /// B-mode, color or still.
    public let kind: ClipKind
    /// The picture's extent.
    public let size: PictureSize
    /// What is drawn around the sector; `nil` for nothing.
    public let furniture: Furniture?
    /// When each frame is shown, milliseconds from the first.
    public let frameTimes: [Double]
    private let ventricle: Ventricle
    private let table: VentricleTable
    private let texture: TissueTexture
    private let grid: BeamGrid
    private let synthesis: EchoSynthesis
    private let converter: ScanConverter
    private let cutTruth: CutTruth
    private let surroundings: FurniturePainter?
    /// `nil` for gray clips.
    private let flow: ColorFlow?
    private let hasCalipers: Bool

    /// The most frames that a clip has.
    static let mostFrames = 60

    /// Prepares a clip; costs some 15 ms.
    ///
    /// - Parameters:
    ///   - anatomy: the heart.
    ///   - view: the cut.
    ///   - acquisition: how it is taken.
    ///   - kind: `.bMode`, `.color` or `.still`; `.spectral` is drawn as a still.
    ///   - size: the picture's extent.
    ///   - furniture: what is drawn around the sector.
    ///   - seed: what the rest is drawn from.
    public init(
        anatomy: HeartAnatomy, view: EchoView, acquisition: Acquisition, kind: ClipKind, size: PictureSize,
        furniture: Furniture?, seed: UInt64
    ) {
        self.anatomy = anatomy
        self.view = view
        var acquisition = acquisition
        acquisition.seed ^= seed &* 0x9E37_79B9_7F4A_7C15
        self.acquisition = acquisition
        self.kind = kind
        self.size = size
        self.furniture = furniture
        ventricle = Ventricle(anatomy)
        table = VentricleTable(ventricle)
        texture = TissueTexture(seed: anatomy.shape.textureSeed)
        let cut = CutPlane(view, anatomy: anatomy, acquisition: acquisition)
        grid = BeamGrid(cut: cut, acquisition: acquisition)
        let backdrop = Backdrop(grid: grid, view: view, anatomy: anatomy, acquisition: acquisition)
        synthesis = EchoSynthesis(grid: grid, backdrop: backdrop, texture: texture, acquisition: acquisition)
        let cutTruth = CutTruth(grid: grid, backdrop: backdrop, acquisition: acquisition)
        self.cutTruth = cutTruth
        let relaxed = HeartPainter(
            grid: grid, table: table, texture: texture, ventricle: ventricle,
            pose: HeartPose(ventricle, phase: 0.05))
        structures = cutTruth.structures(relaxed, ventricle)
        flow =
            kind == .color
            ? ColorFlow(
                grid: grid, box: ColorBox(grid: grid, view: view, anatomy: anatomy, acquisition: acquisition),
                backdrop: backdrop, seed: acquisition.seed) : nil
        hasCalipers = kind == .still && acquisition.seed & 1 == 0
        let layout = PictureLayout(size: size, furniture: furniture, acquisition: acquisition)
        converter = ScanConverter(
            grid: grid, size: size, apex: layout.apex, scale: layout.scale, probeFace: acquisition.probeFace)
        let times = Self.times(anatomy, acquisition, kind)
        frameTimes = times
        surroundings = furniture.map {
            FurniturePainter(
                $0, size: size, layout: layout, acquisition: acquisition, heartRate: anatomy.heartRate,
                frameCount: times.count)
        }
    }

    private static func times(_ anatomy: HeartAnatomy, _ acquisition: Acquisition, _ kind: ClipKind)
        -> [Double]
    {
        guard kind == .bMode || kind == .color else { return [0] }
        let seconds = Double(acquisition.beats) * 60 / Double(anatomy.heartRate)
        // Flow takes several pulses a beam, so colored pictures come half as often.
        let rate = Double(acquisition.frameRate) * (kind == .color ? 0.5 : 1)
        let count = min(max(Int((seconds * rate).rounded()), 2), mostFrames)
        return (0..<count).map { Double($0) * 1000 / rate }
    }

    /// How many frames there are, 1...60.
    public var frameCount: Int { frameTimes.count }

    /// The smallest rectangle that holds the sector.
    public var sector: PixelRect { converter.bounds }

    /// The pixels that the sector covers, ascending, as `row × width + column`.
    public var sectorPixels: [Int] { converter.pixels.map(Int.init) }

    /// How good the window is, 0...1.
    public var quality: Double { acquisition.quality }

    /// What DICOM says of the picture.
    public var regions: [UltrasoundRegion] {
        [
            UltrasoundRegion(
                bounds: sector, spatialFormat: 1, dataType: kind == .color ? 2 : 1,
                centimetersPerPixelX: Double(converter.scale), centimetersPerPixelY: Double(converter.scale))
        ]
    }

    /// What lies in the cut.
    public let structures: [Structure]

    /// Where in the beat a frame is, 0..<1.
    func phase(_ index: Int) -> Double {
        let beats = Double(acquisition.startPhase) + frameTimes[index] / 60_000 * Double(anatomy.heartRate)
        return beats - beats.rounded(.down)
    }

    /// Draws a frame, RGB; some 4 ms at 224×224, and much less where the sector is covered.
    ///
    /// - Parameter covering: what is blackened; every other pixel is as without, but for a thin line around the
    ///   picture where the surroundings are covered.
    public func frame(_ index: Int, covering: Covering = .none) -> Frame {
        let phase = Float(phase(index))
        let beats = Float(
            Double(acquisition.startPhase) + frameTimes[index] / 60_000 * Double(anatomy.heartRate))
        var picture = surroundings?.canvas(frame: index, beats: beats) ?? Canvas(size: size)
        let pose = HeartPose(ventricle, phase: phase)
        flow?.bar(&picture)
        if covering != .sector { draw(pose, frame: index, into: &picture) }
        flow?.outline(&picture, converter: converter)
        if hasCalipers {
            Calipers.draw(&picture, grid: grid, converter: converter, pose: pose, anatomy: anatomy)
        }
        covering.cover(&picture, sector: converter.pixels)
        return Frame(
            index: index, time: .microseconds(Int(frameTimes[index] * 1000)), size: size,
            pixels: picture.pixels)
    }

    /// The sector: tissue, devices and flow.
    private func draw(_ pose: HeartPose, frame index: Int, into picture: inout Canvas) {
        let painter = painter(pose)
        var map = EchoMap()
        let strands = StrandPainter(grid: grid, slice: acquisition.sliceWidth)
        for strand in NativeStrands.all(anatomy, pose, ventricle) { strands.paint(strand, into: &map) }
        for strand in DeviceStrands.all(anatomy, pose, visibility: acquisition.deviceVisibility) {
            strands.paint(strand, into: &map)
        }
        converter.draw(synthesis.levels(painter, map: map, frame: index), into: &picture.pixels)
        if let flow { converter.overlay(flow.colors(painter, frame: index), onto: &picture.pixels) }
    }

    /// What is true of a frame.
    public func truth(_ index: Int) -> FrameTruth {
        let phase = phase(index)
        let pose = HeartPose(ventricle, phase: Float(phase))
        let area = cutTruth.leftVentricleArea(painter(pose))
        let volume = Biplane.volume(
            ventricle, contraction: pose.beat.contraction, motion: anatomy.wallMotion)
        return FrameTruth(
            time: frameTimes[index], phase: phase, leftVentricleArea: area,
            leftVentricleVolume: Double(volume))
    }

    /// The pixels of the left ventricle's cavity, papillary muscles included; ascending, as ``sectorPixels``.
    public func leftVentriclePixels(_ index: Int) -> [Int] {
        let painter = painter(HeartPose(ventricle, phase: Float(phase(index))))
        return converter.pixels { CutTruth.isInLeftVentricle($0, painter) }
    }

    private func painter(_ pose: HeartPose) -> HeartPainter {
        HeartPainter(grid: grid, table: table, texture: texture, ventricle: ventricle, pose: pose)
    }
}
