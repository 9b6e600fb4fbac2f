/// A model folder's `readouts.json`.
public struct MotionReadouts: Sendable, Equatable, Codable {
    /// The format that this build reads.
    public static let newestVersion = 1

    /// The format.
    public let version: Int
    /// Each name once.
    public let readouts: [MotionReadout]

    /// Joins the two.
    public init(version: Int = newestVersion, readouts: [MotionReadout]) {
        self.version = version
        self.readouts = readouts
    }

    /// The readout of that name, checked against the vectors it is for.
    ///
    /// - Parameter dimension: values in one frame's vector.
    /// - Returns: `nil` where there is none of that name.
    /// - Throws: ``ReadingError/readout(name:problem:)``.
    public func readout(
        named name: String, dimension: Int
    ) throws(ReadingError) -> MotionReadout? {
        guard version == Self.newestVersion else {
            throw .readout(name: name, problem: .version(found: version, expected: Self.newestVersion))
        }
        let found = readouts.filter { $0.name == name }
        guard found.count < 2 else { throw .readout(name: name, problem: .twice) }
        try found.first?.check(dimension: dimension)
        return found.first
    }
}
