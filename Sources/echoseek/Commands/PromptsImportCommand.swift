import ArgumentParser
import EchoService

/// `echoseek prompts import`.
struct PromptsImportCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "import", abstract: "Turn your copy of the published prompt file into prompt sets.")

    @Argument(help: "The JSON file.")
    var file: String

    @Option(name: .long, help: "The folder to write into (ECHOSEEK_PROMPTS).")
    var prompts: String?

    @OptionGroup var config: ConfigOption
    @OptionGroup var output: ResultOptions

    func run() async throws {
        let settings = try config.settings([.prompts: prompts])
        let done = try PromptImport(file: file, into: settings.prompts)
        for refusal in done.refused { StandardError.line("\(refusal.task): \(refusal.reason)") }
        try output.write(done) { _ in done.written.map { "wrote \($0)" } }
        if !done.refused.isEmpty { throw ExitCode(ExitStatus.someItemsFailed.rawValue) }
    }
}
