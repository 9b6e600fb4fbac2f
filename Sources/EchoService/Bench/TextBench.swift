import EchoCore
import EchoEncode
import EchoTensor

/// How fast the text tower embeds texts of one length.
public struct TextBench: Sendable, Encodable {
    /// The model's name.
    public let model: String
    /// Tokens that count, start and end included.
    public let tokens: Int
    /// Texts handed over at once.
    public let batch: Int
    /// Threads among which they are shared out; a text alone uses one.
    public let threads: Int
    /// Texts for each second of the median run.
    public let textsPerSecond: Double
    /// Texts for each second of processor time.
    public let textsPerProcessorSecond: Double
    /// Of what the processor does at most in fp32, measured between the runs, 0...100; by processor time.
    public let percentOfPeak: Double
    /// The smallest cosine of a text's vector and the one that OpenBLAS gives it.
    public let minCosine: Double
    /// The runs.
    public let times: BenchTimes
    /// The machine.
    public let place: BenchPlace

    enum CodingKeys: String, CodingKey {
        case model, tokens, batch, threads, textsPerSecond, textsPerProcessorSecond, percentOfPeak, minCosine
    }

    /// Loads the settings' model and measures; the texts are tokens drawn by a formula.
    ///
    /// - Precondition: `tokens` is from 2 to the model's window.
    public init(
        workspace: Workspace, tokens: Int, batch: Int, threads: Int, runs: Int = BenchTimes.leastRuns
    ) async throws {
        let installed = try workspace.installedModel()
        let configuration = installed.manifest.configuration
        guard let shape = configuration.text else {
            throw EncodeError.textless(model: installed.manifest.name)
        }
        guard tokens <= shape.contextLength else {
            throw EncodeError.tooManyTokens(count: tokens, limit: shape.contextLength)
        }
        let loaded = try workspace.model()
        let kernels = try workspace.settings.kernels()
        let texts = Self.texts(batch, of: tokens, vocabularySize: shape.vocabularySize)
        var peak = 0.0
        var vectors: [[Float]] = []
        let place = BenchPlace(kernels)
        times = try await BenchTimes.measure(
            runs: runs, between: { peak = max(peak, kernels.peak) },
            { vectors = try await Self.project(texts, threads: threads, model: loaded) })
        model = installed.manifest.name
        (self.tokens, self.batch, self.threads, self.place) = (tokens, batch, threads, place)
        textsPerSecond = Double(batch) / times.secondsMedian
        textsPerProcessorSecond = Double(batch) / times.processorSecondsMedian
        let operations = shape.operations(tokens: tokens, embedDimension: configuration.embedDimension)
        percentOfPeak = 100 * operations * textsPerProcessorSecond / peak
        minCosine = try Self.compare(vectors, texts, installed)
    }

    /// Start, content, end: the end is the largest id, as open_clip takes it.
    private static func texts(_ count: Int, of tokens: Int, vocabularySize: Int) -> [[Int]] {
        (0..<count).map { text in
            let content = (0..<max(0, tokens - 2)).map {
                1 + (text * 7_919 + $0 * 104_729) % (vocabularySize - 3)
            }
            return [vocabularySize - 2] + content + [vocabularySize - 1]
        }
    }

    private static func project(_ texts: [[Int]], threads: Int, model: EchoModel) async throws -> [[Float]] {
        let parts = min(threads, texts.count)
        guard parts > 1 else { return try model.project(tokens: texts) }
        return try await withThrowingTaskGroup(of: (Int, [[Float]]).self, returning: [[Float]].self) {
            group in
            for part in 0..<parts {
                let some = Array(texts[texts.count * part / parts..<texts.count * (part + 1) / parts])
                group.addTask { (part, try model.project(tokens: some)) }
            }
            var found = [[[Float]]](repeating: [], count: parts)
            for try await (part, projections) in group { found[part] = projections }
            return found.flatMap { $0 }
        }
    }

    private static func compare(
        _ vectors: [[Float]], _ texts: [[Int]], _ installed: InstalledModel
    ) throws -> Double {
        guard let portable = Kernels(.portable) else { return 0 }
        let count = min(EncodeBench.compared, texts.count)
        let plain = try EchoModel(installed, kernels: portable).project(tokens: Array(texts.prefix(count)))
        return try zip(vectors, plain).map {
            1 - EncodeBench.distance(try Embedding(normalizing: $0), try Embedding(normalizing: $1))
        }.min() ?? 0
    }
}
