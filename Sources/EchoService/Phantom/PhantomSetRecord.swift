import EchoCore
public import EchoPhantom

/// The first line of `truth.ndjson`: what the set was made from.
public struct PhantomSetRecord: Sendable, Equatable, Codable {
    /// `set`.
    public let record: String
    /// Always true.
    public let simulated: Bool
    /// What the set says of itself.
    public let notice: String
    /// Raised whenever the same parameters give other bytes or other keys.
    public let version: Int
    /// The program and its release.
    public let generator: String
    /// As asked for.
    public let patients: Int
    /// Fewest and most studies a patient.
    public let studies: [Int]
    /// As asked for.
    public let seed: UInt64
    /// As asked for.
    public let format: PhantomFormat
    /// The pictures' width in pixels.
    public let width: Int
    /// The pictures' height in pixels.
    public let height: Int
    /// As asked for.
    public let furniture: Bool
    /// As asked for.
    public let views: [EchoView]
    /// As asked for; `nil` where nothing is covered.
    public let covered: Covering?
    /// As asked for; `nil` where all frames are written.
    public let frames: Int?

    /// The version of sets that this release writes.
    public static let currentVersion = 1

    init(_ options: PhantomSetOptions) {
        (record, simulated, notice) = ("set", true, PhantomNotice.text)
        (version, generator) = (Self.currentVersion, PhantomNotice.generator)
        patients = options.patients
        studies = [options.studies.lowerBound, options.studies.upperBound]
        seed = options.seed
        format = options.format
        (width, height) = (options.pictureSize.width, options.pictureSize.height)
        furniture = options.hasFurniture
        views = options.views
        covered = options.covering == .none ? nil : options.covering
        frames = options.frames
    }
}
