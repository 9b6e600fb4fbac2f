/// How long the stages of an embedding took, in seconds of each stage's own work, summed over clips.
public struct StageTimes: Sendable, Equatable, Codable {
    /// Reading frames from the file and converting them to RGB.
    public var decode = 0.0
    /// Masking, cutting and scaling.
    public var scale = 0.0
    /// The image tower.
    public var encode = 0.0

    /// No time yet.
    public init() {}

    /// Adds another's stages.
    public static func += (sum: inout StageTimes, other: StageTimes) {
        sum.decode += other.decode
        sum.scale += other.scale
        sum.encode += other.encode
    }

    /// Runs a piece of work and adds its seconds to a stage.
    mutating func measure<Result>(
        _ stage: WritableKeyPath<StageTimes, Double>, _ work: () throws -> Result
    ) rethrows -> Result {
        let start = ContinuousClock.now
        defer { self[keyPath: stage] += (ContinuousClock.now - start) / .seconds(1) }
        return try work()
    }
}
