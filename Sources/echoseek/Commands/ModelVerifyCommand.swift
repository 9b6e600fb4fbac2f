import ArgumentParser
import EchoEncode
import EchoService

/// `echoseek model verify`.
struct ModelVerifyCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "verify",
        abstract: "Compare a model's files with its manifest, and its faster modes with fp32.",
        discussion: """
            The modes embed simulated frames, and those of your clips with --clips; what is found goes into the \
            manifest, and --precision auto decides by it.
            """)

    @Argument(help: "The model's name.")
    var name: String

    @Option(name: .long, help: "The folder of imported models (ECHOSEEK_MODELS).")
    var models: String?

    @Option(name: .long, help: "A clip whose frames count too; may be repeated.")
    var clips: [String] = []

    @Flag(name: .long, help: "Compare the files alone; embed nothing.")
    var filesOnly = false

    @OptionGroup var threads: ThreadsOption
    @OptionGroup var config: ConfigOption
    @OptionGroup var output: ResultOptions

    func run() async throws {
        let flags = threads.flags.merging([.models: models]) { first, _ in first }
        let workspace = Workspace(settings: try config.settings(flags))
        var progress = ProgressLine()
        let found = try workspace.models.verify(name) { done, total in
            progress.show(done: done, of: total, note: "reading")
        }
        progress.finish()
        var verified = VerifiedModel(found)
        if found.isIntact, !filesOnly { try await judge(workspace, &verified) }
        try output.write(verified) { _ in verified.lines }
        if let failure = found.failure { throw failure }
    }

    /// Embeds in every mode, and keeps what is found.
    private func judge(_ workspace: Workspace, _ verified: inout VerifiedModel) async throws {
        let model = try workspace.models.model(named: name)
        let trial = PrecisionTrial(model, workspace: workspace, clips: clips)
        var progress = ProgressLine()
        let evidence = try await trial.run { done, total, mode in
            progress.show(done: done, of: total, note: mode.rawValue)
        }
        progress.finish()
        verified.add(
            evidence, isKept: try workspace.models.record(evidence, of: model),
            fastest: try workspace.fastest(by: evidence, of: model))
    }
}
