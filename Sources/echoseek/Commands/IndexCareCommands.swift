import ArgumentParser
import EchoCore
import EchoIndex
import EchoService

/// `echoseek index stats`.
struct IndexStatsCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "stats", abstract: "Count what the index holds.")

    @Flag(name: .long, help: "Also compute the content's digest, equal for equal content.")
    var digest = false

    @OptionGroup var index: IndexOption
    @OptionGroup var config: ConfigOption
    @OptionGroup var output: ResultOptions

    func run() async throws {
        let workspace = Workspace(settings: try config.settings(index.flags))
        let stats = try await workspace.openIndex(for: .read).stats(withDigest: digest)
        try output.write(StatsOutput(stats)) { StatsOutput(stats).lines(on: $0) }
    }
}

/// `echoseek index verify`.
struct IndexVerifyCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "verify", abstract: "Read every record back and compare it with its checksum.")

    @OptionGroup var index: IndexOption
    @OptionGroup var config: ConfigOption
    @OptionGroup var output: ResultOptions

    func run() async throws {
        let workspace = Workspace(settings: try config.settings(index.flags))
        let found = VerifyOutput(try await workspace.openIndex(for: .read).verify())
        try output.write(found) { _ in found.lines }
        if !found.ok { throw ExitCode(ExitStatus.ioError.rawValue) }
    }
}

/// `echoseek index rebuild`.
struct IndexRebuildCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "rebuild", abstract: "Derive study vectors and vector files anew.")

    @OptionGroup var index: IndexOption
    @OptionGroup var config: ConfigOption
    @OptionGroup var output: ResultOptions

    func run() async throws {
        let workspace = Workspace(settings: try config.settings(index.flags))
        let index = try await workspace.openIndex(for: .write)
        try await index.rebuild()
        let stats = StatsOutput(try await index.stats())
        try await index.close()
        try output.write(stats) { stats.lines(on: $0) }
    }
}

/// `echoseek index delete`.
struct IndexDeleteCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "delete", abstract: "Remove a study and everything that belongs to it, for good.")

    @Option(name: .long, help: "The study.")
    var study: String

    @Flag(name: .long, help: "Say what would go; remove nothing.")
    var dryRun = false

    @Flag(name: .long, help: "Also give the room back to the disk.")
    var vacuum = false

    @OptionGroup var index: IndexOption
    @OptionGroup var config: ConfigOption
    @OptionGroup var output: ResultOptions

    func run() async throws {
        let workspace = Workspace(settings: try config.settings(index.flags))
        if dryRun {
            let found = try await StudyDetail(study, in: workspace.openIndex(for: .read))
            try output.write(found) { _ in ["Would remove \(found.study.study.text) with \(found.clips.count) clips."] }
            return
        }
        let index = try await workspace.openIndex(for: .write)
        let found = try await index.study(resolving: study)
        let done = try await index.delete(study: found.id, vacuum: vacuum)
        try await index.close()
        try output.write(done) { _ in
            ["Removed \(done.clips) clips, \(done.captions) sentences and \(done.leftOut) file records."]
        }
    }
}
