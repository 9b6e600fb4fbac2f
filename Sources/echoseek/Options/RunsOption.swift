import ArgumentParser
import EchoService

/// How often something is measured.
struct RunsOption: ParsableArguments {
    @Option(name: .long, help: "Times to run it, at least 15.")
    var runs = BenchTimes.leastRuns

    func validate() throws {
        guard (BenchTimes.leastRuns...10_000).contains(runs) else {
            throw ValidationError("--runs is from \(BenchTimes.leastRuns) to 10000.")
        }
    }
}
