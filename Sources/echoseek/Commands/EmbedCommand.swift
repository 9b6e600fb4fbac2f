import ArgumentParser
import EchoEncode
import EchoService
import Foundation

/// `echoseek embed`.
struct EmbedCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "embed", abstract: "Embed clips or texts, storing nothing.",
        discussion: """
            Writes one JSON object a line unless told otherwise, or with --npy the vectors of what was \
            embedded, in order.
            """)

    @Argument(help: "Clips.")
    var file: [String] = []

    @Option(name: .long, help: "A text; may be repeated.")
    var text: [String] = []

    @Flag(name: .long, help: "Also give every frame's vector.")
    var perFrame = false

    @Flag(name: .long, help: "Write a NumPy array instead of JSON lines.")
    var npy = false

    @OptionGroup var model: ModelOption
    @OptionGroup var clip: ClipOption
    @OptionGroup var precision: PrecisionOption
    @OptionGroup var config: ConfigOption
    @OptionGroup var output: ResultOptions

    func validate() throws {
        guard file.isEmpty != text.isEmpty else {
            throw ValidationError("Give files or --text, one of them.")
        }
        guard !(npy && output.isMachine) else { throw ValidationError("Give --npy or JSON, not both.") }
    }

    func run() async throws {
        let flags = [model.flags, clip.flags, precision.flags].reduce(into: [:]) { all, some in
            all.merge(some) { first, _ in first }
        }
        let workspace = Workspace(settings: try config.settings(flags))
        try StandardError.remark(on: workspace)
        if file.isEmpty { try embedTexts(workspace) } else { try await embedFiles(workspace) }
    }

    private func embedTexts(_ workspace: Workspace) throws {
        let model = try workspace.model()
        let lines = try model.embed(texts: text).map { TextLine($0, model: model) }
        if npy {
            FileHandle.standardOutput.write(NumPyArray.data(lines.map(\.embedding)))
        } else {
            try output.writeLines(lines)
        }
    }

    private func embedFiles(_ workspace: Workspace) async throws {
        let embedder = try workspace.embedder()
        let embed = Embed(embedder: embedder, clipsInFlight: try workspace.settings.threads() + 1)
        var rows: [[Float]] = []
        var held: [EmbedLine] = []
        var hasFailures = false
        var summary = EmbedSummary()
        try await embed.run(file) { path, outcome in
            let line = EmbedLine(input: path, outcome: outcome, embedder: embedder, withFrames: perFrame)
            if line.embedding == nil { hasFailures = true }
            summary.count(line)
            if npy {
                rows += perFrame ? line.frames ?? [] : line.embedding.map { [$0] } ?? []
                if let reason = line.reason { StandardError.line("\(line.state) \(path): \(reason)") }
            } else if output.json {
                held.append(line)
            } else {
                try ResultOptions.writeJSON(line)
            }
        }
        if output.json { try output.writeLines(held) }
        if npy { FileHandle.standardOutput.write(NumPyArray.data(rows)) }
        StandardError.line(summary.line)
        if hasFailures { throw ExitCode(ExitStatus.someItemsFailed.rawValue) }
    }
}
