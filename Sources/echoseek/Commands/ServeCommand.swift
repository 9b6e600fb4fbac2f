import ArgumentParser
import EchoHTTP
import EchoService

/// `echoseek serve`.
struct ServeCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "serve",
        abstract: "Answer by HTTP, with a web page: the same readings, for a whole lab.",
        discussion: """
            Listens on this machine alone unless told otherwise. Any other address needs a TLS certificate and a \
            key made with `echoseek keys create`; without both the service does not start.
            While it runs it alone writes to the index; other commands may read. SIGTERM or Ctrl-C ends it \
            after what was accepted is answered; unfinished ingest jobs go on at the next start.
            The web page is at /, the description of the API at /openapi.json.
            """)

    @OptionGroup var server: ServerOption
    @OptionGroup var index: IndexOption
    @OptionGroup var model: ModelOption
    @OptionGroup var clip: ClipOption
    @OptionGroup var precision: PrecisionOption
    @OptionGroup var config: ConfigOption

    @Option(name: .long, help: "How much is logged to standard error.")
    var logLevel = LogLevel.info

    func run() async throws {
        let flags = [index.flags, model.flags, clip.flags, precision.flags, server.flags]
            .reduce(into: [:]) { all, some in all.merge(some) { first, _ in first } }
        let workspace = Workspace(settings: try config.settings(flags))
        let settings = try ServerSettings(workspace.settings)
        if let remark = try workspace.modelChoice().remark { StandardError.line(remark) }
        var limits = UploadLimits.standard
        limits.fileBytes = settings.uploadBytes
        let served = try await ServedIndex.open(workspace, limits: limits)
        do {
            let server = try await EchoServer(
                served: served, settings: settings, logger: ServiceLog.logger(level: logLevel.level))
            try await server.run { port in
                let scheme = settings.tls == nil ? "http" : "https"
                StandardError.line("Serving at \(scheme)://\(settings.host):\(port)/")
            }
        } catch {
            try? await served.close()
            throw error
        }
        try await served.close()
    }
}
