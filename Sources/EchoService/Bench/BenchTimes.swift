import EchoTensor

/// How long something took, several times over.
public struct BenchTimes: Sendable, Encodable {
    /// Times that it was run, after one that does not count.
    public let runs: Int
    /// The middle one.
    public let secondsMedian: Double
    /// The shortest.
    public let secondsFastest: Double
    /// The longest.
    public let secondsSlowest: Double
    /// Processor time of all threads, the middle one: what others do meanwhile does not count.
    public let processorSecondsMedian: Double

    /// Fewer runs are no measurement.
    public static let leastRuns = 15

    /// Runs something at least ``leastRuns`` times.
    ///
    /// - Parameter between: called before each run, outside its time.
    static func measure(
        runs: Int, between: () -> Void = {}, _ work: () async throws -> Void
    ) async throws -> BenchTimes {
        precondition(runs >= leastRuns, "\(runs) runs, at least \(leastRuns) are needed")
        try await work()
        var (walls, processors): ([Double], [Double]) = ([], [])
        for _ in 0..<runs {
            try Task.checkCancellation()
            between()
            let (start, used) = (ContinuousClock.now, ThreadClock.processSeconds())
            try await work()
            processors.append(ThreadClock.processSeconds() - used)
            walls.append((ContinuousClock.now - start) / .seconds(1))
        }
        walls.sort()
        return BenchTimes(
            runs: runs, secondsMedian: walls[runs / 2], secondsFastest: walls[0],
            secondsSlowest: walls[runs - 1], processorSecondsMedian: processors.sorted()[runs / 2])
    }
}
