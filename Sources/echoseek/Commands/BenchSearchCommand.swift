import ArgumentParser
import EchoService

/// `echoseek bench search`.
struct BenchSearchCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "search", abstract: "Measure how fast every vector of an archive is scored.")

    @Option(name: .long, help: "How many vectors the archive has.")
    var vectors = 100_000

    @Option(name: .long, help: "Values in each.")
    var dimension = 512

    @OptionGroup var runs: RunsOption
    @OptionGroup var config: ConfigOption
    @OptionGroup var output: ResultOptions

    func validate() throws {
        guard (1...10_000_000).contains(vectors), (1...8_192).contains(dimension) else {
            throw ValidationError("--vectors is from 1 to 10000000, --dimension from 1 to 8192.")
        }
    }

    func run() async throws {
        let settings = try config.settings([:])
        let found = try await SearchBench(
            vectors: vectors, dimension: dimension, kernels: try settings.kernels(), runs: runs.runs)
        try output.write(BenchLine(found, found.times, found.place)) { _ in found.lines }
    }
}
