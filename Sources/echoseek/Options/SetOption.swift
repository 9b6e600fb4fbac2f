import ArgumentParser
import EchoService

/// Where a generator writes to, with how many threads, and what it tells.
struct SetOption: ParsableArguments {
    @Argument(help: "The folder to write to: empty, new, or an earlier run's.")
    var out: String

    @OptionGroup var threads: ThreadsOption
    @OptionGroup var config: ConfigOption
    @OptionGroup var output: ResultOptions

    /// Writes the set that the number of threads is given to, with a bar and a summary.
    ///
    /// - Throws: what the set throws, and the exit status of an interruption.
    func write<Made: SimulatedSet>(_ make: (Int) throws -> Made) async throws {
        let set = try make(try config.settings(threads.flags).threads())
        let view = PhantomView(output: output)
        let folder = out
        let summary = try await Interruption.cancelling {
            try await set.write(to: folder, progress: view.show)
        }
        try view.finish(summary)
    }
}
