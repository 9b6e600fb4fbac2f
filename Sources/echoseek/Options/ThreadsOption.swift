import ArgumentParser
import EchoService

/// On how many cores.
struct ThreadsOption: ParsableArguments {
    @Option(name: .long, help: "Cores to work on (ECHOSEEK_THREADS).")
    var threads: Int?

    var flags: [Setting: String?] { [.threads: threads.map(String.init)] }
}
