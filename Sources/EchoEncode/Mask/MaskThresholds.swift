/// The numbers by which a sector is told from furniture, each with its ground.
enum MaskThresholds {
    /// Gray levels above which one change between frames counts no more: speckle changes a little in every
    /// frame, an ECG trace or a digit much in few, so bounding the change favors speckle.
    static let changeCap: UInt8 = 4
    /// Mean bounded change from which a neighborhood moves.
    ///
    /// Outside the sector a lossless clip has 0; between 0.2 and 0.3 the fixtures' masks hardly change.
    static let movingChange: Float = 0.25
    /// Mean light from which a neighborhood of a still is lit; JPEG's ringing stays below.
    static let stillLight: Float = 6
    /// The picture's shorter side for each pixel of neighborhood radius: 3 at 480 rows, 1 at 112.
    static let rowsPerRadius = 160
    /// Share of the picture that must move, else the clip is judged as a still.
    static let leastMoving = 0.02
    /// Shares of the picture that a sector covers: the narrowest pediatric sector has a tenth; a mask of all
    /// but a twentieth has masked nothing.
    static let coverage = 0.08...0.95
    /// Share of all that moves which the largest region must hold: a second one of equal size is a dual
    /// view or a trace, and then we do not know which to show.
    static let dominance = 0.7
    /// Share of the region that the fitted sector must hold.
    static let explained = 0.93
    /// Share of the fitted sector that the region must fill: dark blood and dropout leave gaps, never most.
    static let filled = 0.45
    /// Fewer frames than these may show tissue at rest.
    static let framesToTellStrokes = 8
    /// Gray levels that an unmoving stroke may vary by: a lossy codec's noise.
    static let strokeRange: UInt8 = 12
    /// Gray levels by which a stroke is brighter than what is around it.
    static let strokeContrast: Float = 40
    /// Pixels around a stroke that go with it: its smoothed rim.
    static let strokeMargin = 1
    /// Share of a neighborhood that strokes fill in text: letters fill a quarter and more, the corner of a
    /// color box a seventh, a row of depth marks less.
    static let letterDensity: Float = 0.2
    /// Share of the sector that strokes of that density may make up: less than one letter.
    static let letterShare = 0.0003
    /// Pixels by which the sector is drawn in: smoothing had widened it by as much.
    static let inset = 1
    /// Light that a masked clip's codec leaves outside at most.
    static let litWhenMasked: UInt8 = 16
    /// Neighborhood radii around the body within which light still belongs to it.
    static let rimRadii = 4
}
