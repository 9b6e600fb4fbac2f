import ArgumentParser
import EchoService

/// `echoseek bench encode`.
struct BenchEncodeCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "encode", abstract: "Measure how fast frames are embedded.")

    @Option(name: .long, help: "How many are handed over at once.")
    var batch = 16

    @OptionGroup var model: ModelOption
    @OptionGroup var precision: PrecisionOption
    @OptionGroup var runs: RunsOption
    @OptionGroup var config: ConfigOption
    @OptionGroup var output: ResultOptions

    func validate() throws {
        guard (1...1_024).contains(batch) else { throw ValidationError("--batch is from 1 to 1024.") }
    }

    func run() async throws {
        let flags = model.flags.merging(precision.flags) { first, _ in first }
        let workspace = Workspace(settings: try config.settings(flags))
        try StandardError.remark(on: workspace)
        let found = try await EncodeBench(
            workspace: workspace, batch: batch, threads: try workspace.settings.threads(), runs: runs.runs)
        try output.write(BenchLine(found, found.times, found.place)) { _ in found.lines }
    }
}
