import ArgumentParser
import EchoCore
import EchoIndex
import EchoReading
import EchoService

/// `echoseek draft`.
struct DraftCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "draft",
        abstract: "Draft reports from the archive's nearest sentences, with their sources.",
        discussion: """
            A draft is never a report: every sentence names its source, numbers of other patients are left out, \
            and sections without a good sentence stay empty and say why.
            """)

    @Argument(help: "Studies, by opaque id, StudyInstanceUID, manifest name or accession number.")
    var study: [String] = []

    @Flag(name: .long, help: "Every study of the index.")
    var all = false

    @Option(name: .long, help: "How to write it.")
    var format = DraftFormat.text

    @Flag(name: .customLong("json"), help: "The same as --format json: one object a line.")
    var isJSON = false

    @Option(name: .long, help: "At most so many sentences a section.")
    var sentences = 1

    @Option(name: .long, help: "Studies with fewer B-mode clips get no sentence.")
    var minClips = DraftOptions.leastClips

    @Option(name: .long, help: "Sections whose best sentence scores less stay empty.")
    var minScore: Float?

    @OptionGroup var index: IndexOption
    @OptionGroup var config: ConfigOption

    func validate() throws {
        guard all != !study.isEmpty else { throw ValidationError("Name studies, or give --all.") }
        guard sentences > 0, minClips > 0 else { throw ValidationError("Both counts are at least 1.") }
    }

    func run() async throws {
        let workspace = Workspace(settings: try config.settings(index.flags))
        let index = try await workspace.openIndex(for: .read)
        var options = DraftOptions()
        options.sentencesPerSection = sentences
        options.minimumClips = minClips
        options.minimumScore = minScore
        let query = DraftQuery(sections: try workspace.reportSections(), options: options)
        let format = isJSON ? .json : format
        let names = all ? try await index.studies().map(\.id.text) : study
        let snapshot = try await index.contentDigest()
        var written = 0
        for name in names {
            do {
                let draft = try await query.run(name, in: index, snapshot: snapshot)
                if written > 0 { print(format.separator, terminator: "") }
                print(try format.write(draft), terminator: "")
                written += 1
            } catch let failure as any EchoFailure where names.count > 1 {
                StandardError.failure(failure, of: name)
            }
        }
        if written < names.count { throw ExitCode(ExitStatus.someItemsFailed.rawValue) }
    }
}
