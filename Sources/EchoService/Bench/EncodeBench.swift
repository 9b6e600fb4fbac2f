import EchoCore
public import EchoEncode
import EchoTensor

/// How fast the image tower embeds simulated frames.
public struct EncodeBench: Sendable, Encodable {
    /// The model's name.
    public let model: String
    /// The tower's arithmetic.
    public let precision: Precision
    /// Frames handed over at once.
    public let batch: Int
    /// Threads that embed.
    public let threads: Int
    /// Frames for each second of the median run.
    public let framesPerSecond: Double
    /// Frames for each second of processor time: what one thread does that nobody disturbs.
    public let framesPerProcessorSecond: Double
    /// Of what the processor does at most in this arithmetic, measured between the runs, 0...100; by processor time.
    public let percentOfPeak: Double
    /// That most, additions and multiplications a second of one thread.
    public let peakOperationsPerSecond: Double
    /// The smallest cosine of a frame's vector and the one that the plain fp32 path gives it, by OpenBLAS.
    public let minCosine: Double
    /// The runs.
    public let times: BenchTimes
    /// The machine.
    public let place: BenchPlace

    enum CodingKeys: String, CodingKey {
        case model, precision, batch, threads, framesPerSecond, framesPerProcessorSecond, percentOfPeak
        case peakOperationsPerSecond, minCosine
    }

    /// Frames that are compared with the plain path.
    static let compared = 4

    /// Loads the settings' model and measures.
    public init(
        workspace: Workspace, batch: Int, threads: Int, runs: Int = BenchTimes.leastRuns
    ) async throws {
        let installed = try workspace.installedModel()
        let loaded = try workspace.model()
        let kernels = try workspace.settings.kernels()
        let lanes = EncoderLanes(count: threads, model: loaded)
        let drawn = try CalibrationFrames(seed: CalibrationFrames.judging.seed, count: min(batch, 16))
            .frames(for: loaded.scaler)
        let frames = (0..<batch).map { drawn[$0 % drawn.count] }
        var peak = 0.0
        var vectors: [Embedding] = []
        let place = BenchPlace(kernels)
        times = try await BenchTimes.measure(
            runs: runs, between: { peak = max(peak, loaded.peak(of: kernels)) },
            {
                var timing = StageTimes()
                vectors = try await lanes.embed(frames, .interactive, timing: &timing)
            })
        model = installed.manifest.name
        precision = loaded.precision
        (self.batch, self.threads, self.place) = (batch, threads, place)
        framesPerSecond = Double(batch) / times.secondsMedian
        framesPerProcessorSecond = Double(batch) / times.processorSecondsMedian
        peakOperationsPerSecond = peak
        let configuration = installed.manifest.configuration
        let operations = configuration.vision.operations(embedDimension: configuration.embedDimension)
        percentOfPeak = 100 * operations * framesPerProcessorSecond / peak
        minCosine = try Self.compare(Array(vectors.prefix(Self.compared)), frames, installed)
    }

    private static func compare(
        _ vectors: [Embedding], _ frames: [ScaledFrame], _ installed: InstalledModel
    ) throws -> Double {
        guard let portable = Kernels(.portable) else { return 0 }
        let plain = try EchoModel(installed, kernels: portable)
        let scratch = plain.makeScratch()
        return try zip(vectors, frames).map { vector, frame in
            1 - Self.distance(vector, try plain.embed(frame, scratch: scratch))
        }.min() ?? 0
    }

    /// Half the squared chord: one less the cosine, where small differences survive.
    static func distance(_ one: Embedding, _ other: Embedding) -> Double {
        zip(one.values, other.values).reduce(0.0) {
            $0 + (Double($1.0) - Double($1.1)) * (Double($1.0) - Double($1.1))
        } / 2
    }
}
