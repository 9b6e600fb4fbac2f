/// What `echoseek phantom training-set` makes; the same options give the same bytes.
public struct TrainingSetOptions: Sendable, Equatable {
    /// How many patients, 1...100,000.
    public var patients: Int
    /// How many studies a patient has, within 1...9.
    public var studies: ClosedRange<Int>
    /// What the patients are drawn from.
    public var seed: UInt64
    /// Pixels a side of the pictures, 32...512, a multiple of ``sizeStep``.
    public var size: Int
    /// Pictures a clip, 1...64.
    public var frames: Int
    /// Acquisitions of each view of a study, 1...8.
    public var clips: Int
    /// Views of each study, 1...7.
    public var viewsPerStudy: Int
    /// Sentences in the phrase book, 0...1,000,000.
    public var phrases: Int

    /// Pixels a side where none are given: what the shipped model is trained on.
    public static let usualSize = 96
    /// What pixels a side are a multiple of: the image tower halves a picture five times.
    public static let sizeStep = 32
    /// Pixels a side that may be asked for.
    public static let sizeRange = sizeStep...512

    /// Takes the parts; ``check()`` says whether they can be.
    public init(
        patients: Int, studies: ClosedRange<Int> = 1...2, seed: UInt64, size: Int = Self.usualSize,
        frames: Int = 8, clips: Int = 2, viewsPerStudy: Int = 3, phrases: Int = 60_000
    ) {
        self.patients = patients
        self.studies = studies
        self.seed = seed
        self.size = size
        self.frames = frames
        self.clips = clips
        self.viewsPerStudy = viewsPerStudy
        self.phrases = phrases
    }

    /// - Throws: ``PhantomError/parameter(name:found:expected:)`` for the first that cannot be.
    public func check() throws(PhantomError) {
        try PhantomError.check("--patients", patients, in: PhantomSetOptions.patientRange)
        try PhantomError.check("--studies", studies, in: PhantomSetOptions.studyRange)
        try PhantomError.check("--size", size, in: Self.sizeRange)
        guard size.isMultiple(of: Self.sizeStep) else {
            throw .parameter(name: "--size", found: "\(size)", expected: "a multiple of \(Self.sizeStep)")
        }
        try PhantomError.check("--frames", frames, in: 1...64)
        try PhantomError.check("--clips", clips, in: 1...8)
        try PhantomError.check("--views-per-study", viewsPerStudy, in: 1...7)
        try PhantomError.check("--phrases", phrases, in: 0...1_000_000)
    }
}
