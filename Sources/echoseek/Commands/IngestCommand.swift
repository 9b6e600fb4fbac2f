import ArgumentParser
import EchoService

/// `echoseek ingest`.
struct IngestCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "ingest", abstract: "Embed clips and store them in an index.",
        discussion: """
            Every file ends embedded, duplicate, skipped or quarantined, with a reason, and is counted. \
            The same command again, also after a kill, goes on where it stopped.
            """)

    @Argument(help: "Clips, or folders of them.")
    var path: [String] = []

    @Option(name: .long, help: "CSV or NDJSON: path,patient,study,date[,view,accession,report].")
    var manifest: String?

    @Option(name: .long, help: "CSV or NDJSON: study,text.")
    var reports: String?

    @Flag(name: .long, help: "Say what would happen; write nothing, load no model.")
    var dryRun = false

    @Flag(name: .long, help: "Try again what was skipped or quarantined before.")
    var retry = false

    @OptionGroup var index: IndexOption
    @OptionGroup var model: ModelOption
    @OptionGroup var clip: ClipOption
    @OptionGroup var precision: PrecisionOption
    @OptionGroup var config: ConfigOption
    @OptionGroup var output: ResultOptions

    func validate() throws {
        guard !path.isEmpty || manifest != nil || reports != nil else {
            throw ValidationError("Name files or folders, or give --manifest or --reports.")
        }
    }

    func run() async throws {
        let flags = [index.flags, model.flags, clip.flags, precision.flags].reduce(into: [:]) { all, some in
            all.merge(some) { first, _ in first }
        }
        let workspace = Workspace(settings: try config.settings(flags))
        var options = IngestOptions(
            paths: path, manifest: manifest, reports: reports,
            clipsInFlight: try workspace.settings.threads() + 1)
        options.retriesLeftOut = retry
        if !dryRun { try StandardError.remark(on: workspace) }
        let (wanted, isDry) = (options, dryRun)
        let view = IngestView(output: output, typed: path)
        let summary = try await Interruption.cancelling {
            isDry
                ? try await IngestPreview(workspace: workspace, options: wanted).run(progress: view.show)
                : try await workspace.ingest(wanted, progress: view.show)
        }
        try view.finish(summary)
        if summary.interrupted {
            StandardError.line("Interrupted; run the same command again to go on where it stopped.")
            throw ExitCode(ExitStatus.interrupted.rawValue)
        }
        if summary.hasFailures { throw ExitCode(ExitStatus.someItemsFailed.rawValue) }
    }
}
