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
    /// What lies in the cut at end-diastole; ``truth(_:)`` has it for every frame.
    public let structures: [Structure]
    let ventricle: Ventricle
    let table: VentricleTable
    let texture: TissueTexture
    let grid: BeamGrid
    let synthesis: EchoSynthesis
    let converter: ScanConverter
    let cutTruth: CutTruth
    let surroundings: FurniturePainter?
    /// `nil` for gray clips.
    let flow: ColorFlow?
    let hasCalipers: Bool

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
        structures = cutTruth.structures(relaxed)
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
}
