public import EchoPhantom

/// What `echoseek phantom generate` makes; the same options give the same bytes.
public struct PhantomSetOptions: Sendable, Equatable {
    /// How many patients, 1...100,000.
    public var patients: Int
    /// How many studies a patient has, within 1...9: their names then fit into DICOM's 16 characters.
    public var studies: ClosedRange<Int>
    /// What the patients are drawn from.
    public var seed: UInt64
    /// The files' format.
    public var format: PhantomFormat
    /// The pictures' height in pixels, an even number in 64...1,080; `nil` for 480 with furniture, 224 without.
    public var size: Int?
    /// Whether scanner text, marks, ECG and a made-up name stand around the sector.
    public var hasFurniture: Bool
    /// The views of every study, at least one.
    public var views: [EchoView]
    /// What of the pictures is covered, for the check whether the surroundings answer for the heart.
    ///
    /// The clips are otherwise those of a set without. Needs furniture.
    public var covering: Covering
    /// The most frames a clip, 2...60: those that an ingest by `uniform:N` takes; `nil` for all that the scanner
    /// shows.
    public var frames: Int?

    /// What may be asked for.
    public static let patientRange = 1...100_000
    /// What may be asked for.
    public static let studyRange = 1...9
    /// What may be asked for.
    public static let sizeRange = 64...1_080
    /// What may be asked for.
    public static let frameRange = 2...60
    /// Heights where none is given.
    static let usualHeight = (furnished: 480, bare: 224)

    /// Takes the parts; ``check()`` says whether they can be.
    public init(
        patients: Int, studies: ClosedRange<Int> = 1...4, seed: UInt64, format: PhantomFormat,
        size: Int? = nil, hasFurniture: Bool = true, views: [EchoView] = EchoView.allCases,
        covering: Covering = .none, frames: Int? = nil
    ) {
        self.patients = patients
        self.studies = studies
        self.seed = seed
        self.format = format
        self.size = size
        self.hasFurniture = hasFurniture
        self.views = views
        self.covering = covering
        self.frames = frames
    }

    /// - Throws: ``PhantomError/parameter(name:found:expected:)`` for the first that cannot be.
    public func check() throws(PhantomError) {
        try PhantomError.check("--patients", patients, in: Self.patientRange)
        try PhantomError.check("--studies", studies, in: Self.studyRange)
        if let size {
            try PhantomError.check("--size", size, in: Self.sizeRange)
            guard size % 2 == 0 else {
                throw .parameter(name: "--size", found: "\(size)", expected: "an even number")
            }
        }
        guard !views.isEmpty, Set(views).count == views.count else {
            throw .parameter(name: "--views", found: "empty or twice the same", expected: "views, each once")
        }
        if let frames { try PhantomError.check("--frames", frames, in: Self.frameRange) }
        guard covering == .none || hasFurniture else {
            throw .parameter(
                name: "--covered", found: covering.rawValue, expected: "none where there is no furniture")
        }
    }
}

extension PhantomError {
    /// Refuses a number outside a range.
    static func check(_ name: String, _ found: Int, in range: ClosedRange<Int>) throws(PhantomError) {
        guard range.contains(found) else {
            throw .parameter(
                name: name, found: "\(found)", expected: "\(range.lowerBound) to \(range.upperBound)")
        }
    }

    /// Refuses a range that reaches beyond another.
    static func check(
        _ name: String, _ found: ClosedRange<Int>, in range: ClosedRange<Int>
    ) throws(PhantomError) {
        try check(name, found.lowerBound, in: range)
        try check(name, found.upperBound, in: range)
    }
}
