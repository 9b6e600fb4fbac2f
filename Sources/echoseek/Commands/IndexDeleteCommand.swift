import ArgumentParser
import EchoCore
import EchoIndex
import EchoLedger
import EchoService

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
            try output.write(found) { _ in
                ["Would remove \(found.study.study.text) with \(Counted.of(found.clips.count, "clip"))."]
            }
            return
        }
        let index = try await workspace.openExistingIndex()
        let found = try await index.study(resolving: study)
        let ledger = try await workspace.openExistingLedger()
        let removal = StudyRemoval(index: index, ledger: ledger, folder: workspace.serviceFolder)
        let done = try await removal.remove(found.id, by: .local, vacuum: vacuum)
        try ledger?.close()
        try await index.close()
        try output.write(done) { _ in
            [
                "Removed \(Counted.of(done.clips, "clip")), \(Counted.of(done.captions, "report sentence")) and "
                    + "\(Counted.of(done.leftOut, "record")) of files left out."
            ] + (done.isOverwritten ? [] : ["Another process still reads: the old pages go when it ends."])
        }
    }
}
