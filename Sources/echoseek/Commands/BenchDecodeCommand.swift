import ArgumentParser
import EchoService

/// `echoseek bench decode`.
struct BenchDecodeCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "decode", abstract: "Measure how fast a clip's frames are read.")

    @Argument(help: "A clip.")
    var file: String

    @OptionGroup var clip: ClipOption
    @OptionGroup var runs: RunsOption
    @OptionGroup var config: ConfigOption
    @OptionGroup var output: ResultOptions

    func run() async throws {
        let settings = try config.settings(clip.flags)
        let found = try await DecodeBench(
            path: file, frames: try settings.frames(), kernels: try settings.kernels(), runs: runs.runs)
        try output.write(BenchLine(found, found.times, found.place)) { _ in found.lines }
    }
}
