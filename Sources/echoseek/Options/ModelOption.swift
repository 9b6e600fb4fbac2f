import ArgumentParser
import EchoService

/// Which model, from where, and on how many cores.
struct ModelOption: ParsableArguments {
    @Option(name: .long, help: "The model's name (ECHOSEEK_MODEL).")
    var model: String?

    @Option(name: .long, help: "The folder of imported models (ECHOSEEK_MODELS).")
    var models: String?

    @Option(name: .long, help: "Cores to work on (ECHOSEEK_THREADS).")
    var threads: Int?

    var flags: [Setting: String?] {
        [.model: model, .models: models, .threads: threads.map(String.init)]
    }
}
