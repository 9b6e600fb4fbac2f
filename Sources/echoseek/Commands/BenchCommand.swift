import ArgumentParser

/// `echoseek bench`.
struct BenchCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "bench", abstract: "Measure how fast this machine embeds, reads and searches.",
        discussion: """
            Each is run at least fifteen times after one that does not count. Wall time suffers from whatever else \
            the machine does; processor time does not.
            """,
        subcommands: [
            BenchEncodeCommand.self, BenchTextCommand.self, BenchDecodeCommand.self, BenchSearchCommand.self,
        ])
}
