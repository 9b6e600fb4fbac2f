import ArgumentParser
import EchoService

/// `echoseek bench text`.
struct BenchTextCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "text", abstract: "Measure how fast texts are embedded.")

    @Option(name: .long, help: "Tokens of each text that count, start and end included.")
    var tokens = 20

    @Option(name: .long, help: "How many are handed over at once.")
    var batch = 16

    @OptionGroup var model: ModelOption
    @OptionGroup var runs: RunsOption
    @OptionGroup var config: ConfigOption
    @OptionGroup var output: ResultOptions

    func validate() throws {
        guard tokens >= 2 else { throw ValidationError("--tokens is at least 2: start and end.") }
        guard (1...1_024).contains(batch) else { throw ValidationError("--batch is from 1 to 1024.") }
    }

    func run() async throws {
        let workspace = Workspace(settings: try config.settings(model.flags))
        try StandardError.remark(on: workspace)
        let found = try await TextBench(
            workspace: workspace, tokens: tokens, batch: batch, threads: try workspace.settings.threads(),
            runs: runs.runs)
        try output.write(BenchLine(found, found.times, found.place)) { _ in found.lines }
    }
}
