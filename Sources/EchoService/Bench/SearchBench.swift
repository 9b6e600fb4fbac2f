public import EchoTensor

/// How fast a search scores every vector of an archive.
public struct SearchBench: Sendable, Encodable {
    /// Vectors scored.
    public let vectors: Int
    /// Values in each.
    public let dimension: Int
    /// Questions for each second of the median run.
    public let queriesPerSecond: Double
    /// Bytes read for each second of it.
    public let bytesPerSecond: Double
    /// Of what the processor does at most in fp32, measured between the runs, 0...100; by processor time.
    ///
    /// A scan of more than the caches hold waits for memory.
    public let percentOfPeak: Double
    /// The runs.
    public let times: BenchTimes
    /// The machine.
    public let place: BenchPlace

    enum CodingKeys: String, CodingKey {
        case vectors, dimension, queriesPerSecond, bytesPerSecond, percentOfPeak
    }

    /// Scores vectors drawn by a formula, on one thread as a search does.
    public init(
        vectors: Int, dimension: Int, kernels: Kernels, runs: Int = BenchTimes.leastRuns
    ) async throws {
        precondition(vectors > 0 && dimension > 0, "\(vectors) vectors of \(dimension)")
        var state: UInt32 = 1
        let rows = (0..<vectors * dimension).map { _ in
            state = state &* 1_664_525 &+ 1_013_904_223
            return Float(state >> 8) * 0x1p-24 - 0.5
        }
        let query = Array(rows.prefix(dimension))
        var best: Float = 0
        var peak = 0.0
        place = BenchPlace(kernels)
        times = try await BenchTimes.measure(
            runs: runs, between: { peak = max(peak, kernels.peak) },
            { best = max(best, VectorScan.dots(rows: rows.span, query: query.span).max() ?? 0) })
        (self.vectors, self.dimension) = (vectors, dimension)
        queriesPerSecond = 1 / times.secondsMedian
        bytesPerSecond = Double(4 * vectors * dimension) / times.secondsMedian
        percentOfPeak = 100 * Double(2 * vectors * dimension) / times.processorSecondsMedian / peak
    }
}
